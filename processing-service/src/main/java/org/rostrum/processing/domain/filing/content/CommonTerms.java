package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.rostrum.processing.domain.filing.content.Views.View;

/**
 * The stems and character 4-grams that several passages of a sample have, side by side and numbered without gaps. Where there
 * are very many, only those that more passages have: what one author makes up costs no more than what all say.
 */
final class CommonTerms {
    /** A term that only one passage has tells nothing of others. */
    private static final int FEWEST = 2;
    /** House choices; some 2,000 passages of a real round have 18,500 such terms (docs/quality.md). */
    static final int MOST = 20_000;

    static final int MOST_IN_ALL = 4_000_000;

    private final int[] stems;
    private final int[] grams;
    private final int count;

    CommonTerms(List<View> sample) {
        stems = passages(sample, View::stems);
        grams = passages(sample, View::grams);
        int from = from(sample.size());
        count = number(grams, from, number(stems, from, 0));
    }

    private static int[] passages(List<View> sample, Function<View, SparseVector> kind) {
        int size = sample.stream()
                .flatMapToInt(view -> Arrays.stream(kind.apply(view).places()))
                .max()
                .orElse(-1);
        int[] passages = new int[size + 1];
        for (View view : sample) {
            for (int place : kind.apply(view).places()) {
                passages[place]++;
            }
        }
        return passages;
    }

    /** How many passages a term must have to be looked at. */
    private int from(int sample) {
        int[] terms = new int[sample + 1];
        for (int[] kind : List.of(stems, grams)) {
            for (int passages : kind) {
                terms[passages]++;
            }
        }
        long many = 0;
        long inAll = 0;
        int from = sample + 1;
        while (from > FEWEST) {
            many += terms[from - 1];
            inAll += (long) terms[from - 1] * (from - 1);
            if (many > MOST || inAll > MOST_IN_ALL) {
                break;
            }
            from--;
        }
        return from;
    }

    /** Puts its number, or -1, in the place of how many passages have the term. */
    private static int number(int[] kind, int from, int first) {
        int next = first;
        for (int place = 0; place < kind.length; place++) {
            kind[place] = kind[place] < from ? -1 : next++;
        }
        return next;
    }

    int count() {
        return count;
    }

    /** The weights of a passage's terms as they are, by number. */
    SparseVector of(View passage) {
        int size = passage.stems().places().length + passage.grams().places().length;
        var found = new SparseVector(new int[size], new float[size]);
        int all = add(passage.grams(), grams, found, add(passage.stems(), stems, found, 0));
        return new SparseVector(Arrays.copyOf(found.places(), all), Arrays.copyOf(found.weights(), all));
    }

    private static int add(SparseVector text, int[] numbers, SparseVector found, int before) {
        int at = before;
        for (int p = 0; p < text.places().length; p++) {
            int place = text.places()[p];
            if (place < numbers.length && numbers[place] >= 0) {
                found.places()[at] = numbers[place];
                found.weights()[at] = text.weights()[p];
                at++;
            }
        }
        return at;
    }
}
