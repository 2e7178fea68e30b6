package org.rostrum.processing.domain.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the item whose own words a line repeats: its short title, its text, a sentence of it, or its beginning; whatever the
 * capitals, accents and punctuation, and in any of the organiser's languages. Words that several items have name none of them.
 */
final class ItemQuotes {
    /** Fewer words begin many sentences. House choice. */
    private static final int FEWEST = 4;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!:;。？！；：؟؛])\\s*");

    private final List<Worded> wordings = new ArrayList<>();

    /** A title or text, or a sentence of one, as folded words. */
    private record Worded(Entry entry, List<String> words, boolean whole) {
        boolean is(List<String> line) {
            return words.equals(line);
        }

        boolean beginsWith(List<String> line) {
            return whole
                    && line.size() >= FEWEST
                    && line.size() < words.size()
                    && words.subList(0, line.size()).equals(line);
        }
    }

    ItemQuotes(Instrument instrument) {
        for (Entry entry : instrument.entries()) {
            if (entry.takesContributions()) {
                entry.wordings().forEach(wording -> add(entry, wording));
            }
        }
    }

    private void add(Entry entry, String wording) {
        wordings.add(new Worded(entry, Terms.words(wording), true));
        SENTENCE_END
                .splitAsStream(wording)
                .map(Terms::words)
                .filter(said -> said.size() >= FEWEST)
                .forEach(said -> wordings.add(new Worded(entry, said, false)));
    }

    /** The only item that these words, and no others, quote. */
    Optional<Entry> quoted(String line) {
        List<String> words = Terms.words(line);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        List<Entry> said = entries(worded -> worded.is(words)).toList();
        List<Entry> found =
                said.isEmpty() ? entries(worded -> worded.beginsWith(words)).toList() : said;
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private Stream<Entry> entries(Predicate<Worded> which) {
        return wordings.stream().filter(which).map(Worded::entry).distinct();
    }
}
