package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;
import java.util.List;

/**
 * Turns scores into shares of belief, by what people settled: how sharp the scores are, and which questions get more answers
 * than their words let expect. Few settled passages change little.
 *
 * @param sharpness factor on the scores
 * @param leaning added for each question
 */
@SuppressWarnings("ArrayRecordComponent") // rows of numbers that nobody else holds
record Calibration(double sharpness, double[] leaning) {
    private static final int STEPS = 200;
    private static final double MOMENTUM = 0.8;
    private static final double PACE = 0.5;
    /** How many choices it takes to move sharpness: its standard deviation beforehand is a half. */
    private static final double FIRMNESS = 4;

    static Calibration none(int questions) {
        return new Calibration(1, new double[questions]);
    }

    /**
     * The likeliest calibration, found by gradient descent with momentum on the cross-entropy.
     *
     * @param scores one row for each settled passage
     * @param freedom standard deviation that a question's leaning has beforehand; 0 for no leaning
     */
    static Calibration of(List<double[]> scores, int[] settled, int questions, double freedom) {
        int count = scores.size();
        double firmness = freedom == 0 ? 0 : 1 / (freedom * freedom * Math.max(1, count));
        double pace = freedom == 0 ? 0 : PACE / (1 + firmness);
        double sharpness = 1;
        double speed = 0;
        double[] leaning = new double[questions];
        double[] speeds = new double[questions];
        for (int step = 0; step < STEPS && count > 0; step++) {
            double slope = FIRMNESS * (sharpness - 1) / count;
            double[] slopes = Numbers.times(leaning, firmness);
            var now = new Calibration(sharpness, leaning);
            for (int i = 0; i < count; i++) {
                double[] wrong = now.shares(scores.get(i));
                wrong[settled[i]] -= 1;
                for (int j = 0; j < questions; j++) {
                    slope += wrong[j] * scores.get(i)[j] / count;
                    slopes[j] += wrong[j] / count;
                }
            }
            speed = MOMENTUM * speed - 0.2 * slope;
            sharpness = Math.clamp(sharpness + speed, 0.1, 10);
            for (int j = 0; j < questions; j++) {
                speeds[j] = MOMENTUM * speeds[j] - pace * slopes[j];
                leaning[j] += speeds[j];
            }
        }
        return new Calibration(sharpness, leaning);
    }

    /** The likeliest sharpness alone. */
    static Calibration sharpness(List<double[]> scores, int[] settled) {
        return of(scores, settled, scores.isEmpty() ? 0 : scores.getFirst().length, 0);
    }

    double[] shares(double[] scores) {
        double[] calibrated = new double[scores.length];
        Arrays.setAll(calibrated, j -> sharpness * scores[j] + leaning[j]);
        return Numbers.softmax(calibrated, 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Calibration(double theirSharpness, double[] theirLeaning)
                && sharpness == theirSharpness
                && Arrays.equals(leaning, theirLeaning);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(sharpness) + Arrays.hashCode(leaning);
    }

    @Override
    public String toString() {
        return "Calibration[sharpness=%.2f]".formatted(sharpness);
    }
}
