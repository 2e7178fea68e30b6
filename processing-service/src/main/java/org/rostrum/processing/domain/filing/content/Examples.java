package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;

/** Which passages of a sample stand as examples, each of one question. */
final class Examples {
    /** What a person settled counts as so many passages that look sure. */
    private static final double SETTLED = 5;

    private final int[] question;
    private final double[] weight;

    @FunctionalInterface
    interface Each {
        void take(int passage, int question, double weight);
    }

    Examples(int sample) {
        question = new int[sample];
        weight = new double[sample];
        Arrays.fill(question, SelfTraining.OPEN);
    }

    void choose(int passage, int chosen) {
        question[passage] = chosen;
        weight[passage] = 1;
    }

    void settle(int passage, int chosen) {
        question[passage] = chosen;
        weight[passage] = SETTLED;
    }

    void forEach(Each each) {
        for (int i = 0; i < question.length; i++) {
            if (question[i] >= 0) {
                each.take(i, question[i], weight[i]);
            }
        }
    }

    /** How much each question's examples weigh. */
    double[] counts(int questions) {
        double[] counts = new double[questions];
        forEach((passage, of, counting) -> counts[of] += counting);
        return counts;
    }

    double[] squares(int questions) {
        double[] squares = new double[questions];
        forEach((passage, of, counting) -> squares[of] += counting * counting);
        return squares;
    }

    /** A row of likenesses to the sample, summed over each question's examples. */
    double[] sums(float[] row, int questions) {
        double[] sums = new double[questions];
        for (int i = 0; i < question.length; i++) {
            if (question[i] >= 0) {
                sums[question[i]] += weight[i] * row[i];
            }
        }
        return sums;
    }
}
