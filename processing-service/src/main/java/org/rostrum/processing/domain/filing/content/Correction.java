package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;

/**
 * What settled passages teach about others like them: where belief was wrong there, it is corrected nearby (kernel logistic
 * regression on top of what was believed, climbing by Böhning's bound of 1992). A passage like none of them keeps its belief.
 */
final class Correction {
    private static final int STEPS = 40;

    private final double[][] weights;

    /**
     * Learns at once.
     *
     * @param likeness of each settled passage to each, itself included with 1
     * @param believed of each settled passage, for each place, as logits
     * @param choices the place that each was settled in
     * @param boldness how far a single choice is followed
     */
    Correction(double[][] likeness, double[][] believed, int[] choices, double boldness) {
        int count = choices.length;
        double[][] bound = new double[count][];
        for (int i = 0; i < count; i++) {
            bound[i] = Numbers.times(likeness[i], 0.5);
            bound[i][i] += 1 / boldness;
        }
        var curvature = new Cholesky(bound);
        weights = Arrays.stream(believed).map(row -> new double[row.length]).toArray(double[][]::new);
        for (int step = 0; step < STEPS; step++) {
            double[][] slope = new double[count][];
            for (int i = 0; i < count; i++) {
                slope[i] = Numbers.times(Numbers.softmax(corrected(believed[i], likeness[i]), 1), -1);
                slope[i][choices[i]] += 1;
                Numbers.add(weights[i], -1 / boldness, slope[i]);
            }
            double[][] move = curvature.solve(slope);
            for (int i = 0; i < count; i++) {
                Numbers.add(move[i], 1, weights[i]);
            }
        }
    }

    /** The logits of a passage that is so much like each settled one. */
    double[] corrected(double[] believed, double[] likeness) {
        double[] corrected = believed.clone();
        for (int i = 0; i < likeness.length; i++) {
            if (likeness[i] != 0) {
                Numbers.add(weights[i], likeness[i], corrected);
            }
        }
        return corrected;
    }
}
