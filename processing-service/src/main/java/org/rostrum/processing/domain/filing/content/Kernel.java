package org.rostrum.processing.domain.filing.content;

import java.util.List;
import org.rostrum.processing.domain.filing.content.Views.View;

/** How alike the passages of a sample are to each other, and others to them, in one respect. */
final class Kernel {
    private final Likenesses likenesses;
    private float[][] rows;
    private final double spread;

    private Kernel(List<View> sample, Likenesses likenesses) {
        this.likenesses = likenesses;
        this.rows = sample.stream().map(likenesses::of).toArray(float[][]::new);
        for (int i = 0; i < rows.length; i++) {
            rows[i][i] = 0;
        }
        this.spread = spread(rows);
    }

    static Kernel ofMeaning(List<View> sample) {
        return new Kernel(sample, Likenesses.byMeaning(sample));
    }

    static Kernel ofStems(List<View> sample) {
        return new Kernel(sample, Likenesses.byStems(sample));
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
}
