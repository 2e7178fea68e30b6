package org.rostrum.processing.domain.filing.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.rostrum.processing.domain.filing.content.Views.View;

/** Compares a passage with many at once, in one respect. */
@FunctionalInterface
interface Likenesses {
    /** One number for each of the many. */
    float[] of(View passage);

    static Likenesses byMeaning(List<View> many) {
        return byPlace(many, view -> {
            float[] meaning = view.meaning();
            return meaning == null ? new float[0] : meaning;
        });
    }

    static Likenesses byThemes(List<View> many, Themes themes) {
        return byPlace(many, themes::of);
    }

    static Likenesses byStems(List<View> many) {
        return byWords(many, View::stems);
    }

    static Likenesses byGrams(List<View> many) {
        return byWords(many, View::grams);
    }

    private static Likenesses byPlace(List<View> many, Function<View, float[]> kind) {
        var places = new Places(many.stream().map(kind).toList());
        return passage -> places.likenesses(kind.apply(passage));
    }

    private static Likenesses byWords(List<View> many, Function<View, SparseVector> kind) {
        var postings = new Postings(many.stream().map(kind).toList());
        return passage -> postings.likenesses(kind.apply(passage));
    }

    /** Dimension by dimension, each for all texts side by side: so the processor works on many at a time. */
    final class Places {
        private final int count;
        private final float[][] dimensions;

        Places(List<float[]> places) {
            count = places.size();
            int size = places.stream().mapToInt(place -> place.length).max().orElse(0);
            dimensions = new float[size][count];
            for (int i = 0; i < count; i++) {
                float[] place = places.get(i);
                for (int d = 0; d < place.length; d++) {
                    dimensions[d][i] = place[d];
                }
            }
        }

        float[] likenesses(float[] place) {
            float[] likenesses = new float[count];
            for (int d = 0; d < place.length && d < dimensions.length; d++) {
                Numbers.add(dimensions[d], place[d], likenesses);
            }
            return likenesses;
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
