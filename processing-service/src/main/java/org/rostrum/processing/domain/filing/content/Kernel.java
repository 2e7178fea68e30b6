package org.rostrum.processing.domain.filing.content;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.filing.content.Views.View;

/** How alike the passages of a sample are to each other, and others to them, in one respect. */
final class Kernel {
    private final Likenesses likenesses;
    private float[][] rows;
    private final double spread;

    /** Compares a passage with all of the sample at once. */
    @FunctionalInterface
    private interface Likenesses {
        float[] of(View passage);
    }

    private Kernel(List<View> sample, Likenesses likenesses) {
        this.likenesses = likenesses;
        this.rows = sample.stream().map(likenesses::of).toArray(float[][]::new);
        for (int i = 0; i < rows.length; i++) {
            rows[i][i] = 0;
        }
        this.spread = spread(rows);
    }

    static Kernel ofMeaning(List<View> sample) {
        return new Kernel(sample, passage -> {
            float[] likenesses = new float[sample.size()];
            for (int i = 0; i < likenesses.length; i++) {
                likenesses[i] = (float) Views.byMeaning(passage, sample.get(i));
            }
            return likenesses;
        });
    }

    static Kernel ofStems(List<View> sample, int stems) {
        var postings = new Postings(sample, stems);
        return new Kernel(sample, passage -> postings.likenesses(passage.stems()));
    }

    /** Of each passage of the sample; nobody is compared with himself, so that nobody vouches for himself. */
    float[][] rows() {
        return rows;
    }

    /** Another passage against all of the sample. */
    float[] row(View passage) {
        return likenesses.of(passage);
    }

    /** The rows are for learning; who has learned needs only others against the sample, and the memory is large. */
    void forget() {
        rows = new float[0][];
    }

    double spread() {
        return spread;
    }

    private static double spread(float[][] rows) {
        double sum = 0;
        double squares = 0;
        for (float[] row : rows) {
            for (float value : row) {
                sum += value;
                squares += (double) value * value;
            }
        }
        double count = Math.max(1, (double) rows.length * rows.length);
        double variance = squares / count - (sum / count) * (sum / count);
        return variance > 1e-18 ? Math.sqrt(variance) : 1;
    }

    /** For each stem the passages that have it: comparing costs as much as what is shared. */
    private static final class Postings {
        private final List<@Nullable List<Posting>> byStem;
        private final int size;

        private record Posting(int passage, float weight) {}

        Postings(List<View> sample, int stems) {
            size = sample.size();
            byStem = new ArrayList<>(java.util.Collections.nCopies(stems, null));
            for (int i = 0; i < size; i++) {
                SparseVector vector = sample.get(i).stems();
                for (int p = 0; p < vector.places().length; p++) {
                    at(vector.places()[p]).add(new Posting(i, vector.weights()[p]));
                }
            }
        }

        private List<Posting> at(int stem) {
            List<Posting> known = byStem.get(stem);
            if (known != null) {
                return known;
            }
            List<Posting> fresh = new ArrayList<>();
            byStem.set(stem, fresh);
            return fresh;
        }

        float[] likenesses(SparseVector text) {
            float[] likenesses = new float[size];
            for (int p = 0; p < text.places().length; p++) {
                List<Posting> postings = byStem.get(text.places()[p]);
                if (postings != null) {
                    for (Posting posting : postings) {
                        likenesses[posting.passage()] += text.weights()[p] * posting.weight();
                    }
                }
            }
            return likenesses;
        }
    }
}
