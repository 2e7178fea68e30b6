package org.rostrum.processing.domain.filing.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.filing.content.Views.View;

/** Compares a passage with many at once, in one respect. */
@FunctionalInterface
interface Likenesses {
    /** One number for each of the many. */
    float[] of(View passage);

    static Likenesses byMeaning(List<View> many) {
        var meanings = new Meanings(many);
        return passage -> meanings.likenesses(passage.meaning());
    }

    static Likenesses byStems(List<View> many) {
        return byWords(many, View::stems);
    }

    static Likenesses byGrams(List<View> many) {
        return byWords(many, View::grams);
    }

    private static Likenesses byWords(List<View> many, Function<View, SparseVector> kind) {
        var postings = new Postings(many.stream().map(kind).toList());
        return passage -> postings.likenesses(kind.apply(passage));
    }

    /** Dimension by dimension, each for all texts side by side: so the processor works on many at a time. */
    final class Meanings {
        private final int count;
        private final float[][] dimensions;

        Meanings(List<View> many) {
            count = many.size();
            int size = many.stream()
                    .map(View::meaning)
                    .mapToInt(meaning -> meaning == null ? 0 : meaning.length)
                    .max()
                    .orElse(0);
            dimensions = new float[size][count];
            for (int i = 0; i < count; i++) {
                float[] meaning = many.get(i).meaning();
                for (int d = 0; meaning != null && d < size; d++) {
                    dimensions[d][i] = meaning[d];
                }
            }
        }

        float[] likenesses(float @Nullable [] meaning) {
            float[] likenesses = new float[count];
            for (int d = 0; meaning != null && d < dimensions.length; d++) {
                add(dimensions[d], meaning[d], likenesses);
            }
            return likenesses;
        }

        private static void add(float[] row, float factor, float[] to) {
            for (int i = 0; i < to.length; i++) {
                to[i] += factor * row[i];
            }
        }
    }

    /** For each term the texts that have it: comparing costs as much as what is shared. */
    final class Postings {
        private final List<List<Posting>> byTerm;
        private final int count;

        private record Posting(int text, float weight) {}

        Postings(List<SparseVector> texts) {
            count = texts.size();
            int terms = 1
                    + texts.stream()
                            .flatMapToInt(text -> Arrays.stream(text.places()))
                            .max()
                            .orElse(-1);
            byTerm = new ArrayList<>(terms);
            for (int term = 0; term < terms; term++) {
                byTerm.add(new ArrayList<>(2));
            }
            for (int i = 0; i < count; i++) {
                SparseVector text = texts.get(i);
                for (int p = 0; p < text.places().length; p++) {
                    byTerm.get(text.places()[p]).add(new Posting(i, text.weights()[p]));
                }
            }
        }

        float[] likenesses(SparseVector text) {
            float[] likenesses = new float[count];
            for (int p = 0; p < text.places().length; p++) {
                if (text.places()[p] < byTerm.size()) {
                    for (Posting posting : byTerm.get(text.places()[p])) {
                        likenesses[posting.text()] += text.weights()[p] * posting.weight();
                    }
                }
            }
            return likenesses;
        }
    }
}
