package org.rostrum.processing.domain.filing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the item whose own words a line repeats: its short title, its text, a sentence of it, or its beginning; whatever the
 * capitals, accents and punctuation, and in any of the organiser's languages. Words that several items have name none of them.
 */
final class ItemQuotes {
    /** Fewer words begin many sentences. House choice. */
    private static final int FEWEST = 4;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!:;。？！；：؟؛])\\s*");

    private final Map<List<String>, Set<Entry>> whole = new HashMap<>();
    private final Map<List<String>, Set<Entry>> begun = new HashMap<>();

    ItemQuotes(Instrument instrument) {
        instrument.entries().stream().filter(Entry::takesContributions).forEach(this::add);
    }

    private void add(Entry entry) {
        for (String wording : entry.wordings()) {
            List<String> words = Terms.words(wording);
            put(whole, words, entry);
            SENTENCE_END
                    .splitAsStream(wording)
                    .map(Terms::words)
                    .filter(said -> said.size() >= FEWEST)
                    .forEach(said -> put(whole, said, entry));
            for (int length = FEWEST; length < words.size(); length++) {
                put(begun, words.subList(0, length), entry);
            }
        }
    }

    private static void put(Map<List<String>, Set<Entry>> into, List<String> words, Entry entry) {
        if (!words.isEmpty()) {
            into.computeIfAbsent(List.copyOf(words), _ -> new HashSet<>()).add(entry);
        }
    }

    /** The only item that these words, and no others, quote. */
    Optional<Entry> quoted(String line) {
        List<String> words = new ArrayList<>(Terms.words(line));
        return only(whole, words).or(() -> whole.containsKey(words) ? Optional.empty() : only(begun, words));
    }

    private static Optional<Entry> only(Map<List<String>, Set<Entry>> among, List<String> words) {
        Set<Entry> found = among.getOrDefault(words, Set.of());
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }
}
