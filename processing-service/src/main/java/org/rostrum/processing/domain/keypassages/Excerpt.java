package org.rostrum.processing.domain.keypassages;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.filing.content.Features;
import org.rostrum.processing.domain.filing.content.Grams;
import org.rostrum.processing.domain.text.Span;

/** What is quoted of a long passage: whole sentences in a row, as they are, that resemble most what everybody says. */
final class Excerpt {
    /** Longer ones are not read in a list. House choice. */
    static final int LONGEST_WHOLE = 1_200;
    /** What an excerpt may hold. House choice. */
    private static final int LONGEST = 600;
    /** Of a text with hundreds of sentences so many beginnings are tried, all over it. */
    private static final int MOST_BEGINNINGS = 60;
    /** So many runs are compared with everybody, all over the text. House choice. */
    private static final int MOST_RUNS = 240;
    /** What stands behind is not read for an excerpt. House choice: three thousand words. */
    private static final int READ = 20_000;

    private Excerpt() {}

    /** The whole passage unless it is long and has sentences of which some fit. */
    static Span of(Said said, Heard heard) {
        var whole = new Span(0, said.text().length());
        if (whole.length() <= LONGEST_WHOLE) {
            return whole;
        }
        double[] weights = heard.weights();
        Span best = whole;
        double highest = -1;
        for (Span run : thinned(runs(said.text(), said.language()))) {
            double centrality = centrality(run, said, heard, weights);
            if (centrality > highest) {
                highest = centrality;
                best = run;
            }
        }
        return best;
    }

    private static double centrality(Span run, Said said, Heard heard, double[] weights) {
        var words =
                Features.ofWords(said.language(), Map.of(), Grams.of(said.text().substring(run.start(), run.end())));
        float[] likeness = heard.alike().toAll(words);
        double sum = 0;
        for (int i = 0; i < likeness.length; i++) {
            boolean isOwn = heard.size() > 1 && heard.get(i).at().equals(said.at()); // nobody vouches for himself
            sum += isOwn ? 0 : weights[i] * likeness[i];
        }
        return sum;
    }

    private static List<Span> thinned(List<Span> runs) {
        int step = Math.max(1, Math.ceilDiv(runs.size(), MOST_RUNS));
        return IntStream.range(0, runs.size())
                .filter(i -> i % step == 0)
                .mapToObj(runs::get)
                .toList();
    }

    /** One sentence and more, as long as they fit. */
    private static List<Span> runs(String text, @Nullable String language) {
        List<Span> sentences = sentences(text, language);
        List<Span> runs = new ArrayList<>();
        int step = Math.max(1, Math.ceilDiv(sentences.size(), MOST_BEGINNINGS));
        for (int first = 0; first < sentences.size(); first += step) {
            int start = sentences.get(first).start();
            for (int last = first;
                    last < sentences.size() && sentences.get(last).end() - start <= LONGEST;
                    last++) {
                var run = new Span(start, sentences.get(last).end());
                if (run.length() >= KeyPassages.SHORTEST) {
                    runs.add(run);
                }
            }
        }
        return runs;
    }

    /** Without the spaces around them. */
    private static List<Span> sentences(String text, @Nullable String language) {
        var breaks =
                BreakIterator.getSentenceInstance(language == null ? Locale.ROOT : Locale.forLanguageTag(language));
        breaks.setText(text.substring(0, Math.min(READ, text.length())));
        List<Span> sentences = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            int from = start;
            int to = end;
            while (from < to && Character.isWhitespace(text.charAt(from))) {
                from++;
            }
            while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
                to--;
            }
            if (from < to) {
                sentences.add(new Span(from, to));
            }
        }
        boolean isCut = text.length() > READ && sentences.size() > 1;
        return isCut ? sentences.subList(0, sentences.size() - 1) : sentences;
    }
}
