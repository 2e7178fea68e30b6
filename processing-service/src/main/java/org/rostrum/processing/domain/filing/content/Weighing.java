package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;

/**
 * Finds how much each kind of evidence is worth, from what people chose: a conditional logit (McFadden 1974) whose weights are
 * expected to lie near some values. Climbs by a bound on the curvature (Böhning and Lindsay 1988), which never overshoots.
 */
final class Weighing {
    private static final int STEPS = 100;

    private Weighing() {}

    /**
     * The likeliest weights.
     *
     * @param evidence of each case, for each alternative, one number of each kind
     * @param choices of each case, the alternative that people chose
     * @param expected weight of each kind before anything is known
     * @param freedom how far each may lie from that: a standard deviation
     */
    static double[] weights(double[][][] evidence, int[] choices, double[] expected, double[] freedom) {
        int kinds = expected.length;
        var curvature = new Cholesky(bound(evidence, freedom));
        double[] weights = expected.clone();
        for (int step = 0; step < STEPS; step++) {
            double[] slope = new double[kinds];
            for (int j = 0; j < kinds; j++) {
                slope[j] = (expected[j] - weights[j]) / (freedom[j] * freedom[j]);
            }
            for (int i = 0; i < choices.length; i++) {
                double[] shares = Numbers.softmax(weighed(evidence[i], weights), 1);
                for (int j = 0; j < shares.length; j++) {
                    Numbers.add(evidence[i][j], (j == choices[i] ? 1 : 0) - shares[j], slope);
                }
            }
            double[][] move = curvature.solve(
                    Arrays.stream(slope).mapToObj(each -> new double[] {each}).toArray(double[][]::new));
            for (int j = 0; j < kinds; j++) {
                weights[j] += move[j][0];
            }
        }
        return weights;
    }

    /** One number for each alternative. */
    static double[] weighed(double[][] evidence, double[] weights) {
        return Arrays.stream(evidence)
                .mapToDouble(kinds -> {
                    double sum = 0;
                    for (int j = 0; j < weights.length; j++) {
                        sum += weights[j] * kinds[j];
                    }
                    return sum;
                })
                .toArray();
    }

    private static double[][] bound(double[][][] evidence, double[] freedom) {
        int kinds = freedom.length;
        double[][] bound = new double[kinds][kinds];
        for (double[][] alternatives : evidence) {
            double[] mean = Numbers.columnMeans(alternatives, kinds);
            for (double[] each : alternatives) {
                for (int j = 0; j < kinds; j++) {
                    for (int k = 0; k < kinds; k++) {
                        bound[j][k] += 0.5 * (each[j] - mean[j]) * (each[k] - mean[k]);
                    }
                }
            }
        }
        for (int j = 0; j < kinds; j++) {
            bound[j][j] += 1 / (freedom[j] * freedom[j]);
        }
        return bound;
    }
}
