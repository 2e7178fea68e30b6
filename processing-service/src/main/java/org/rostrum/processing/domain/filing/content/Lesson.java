package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;

/** What some settled passages teach about which question a passage answers: the worth of evidence, and corrections nearby. */
final class Lesson {
    private static final double[] EXPECTED = {1, 0.1, 0.1, 0.1, 0.1, 0.1};
    private static final double[] FREEDOM = {0.5, 0.5, 0.5, 0.5, 0.5, 0.5};

    private final int[] known;
    private final Evidence evidence;
    private final double[] weights;
    private final Correction correction;

    /**
     * Learns at once.
     *
     * @param scores of each settled passage, known or not
     * @param known the passages to learn from
     * @param expected shares of the questions, as far as scores tell
     * @param boldness how far a single choice is followed
     */
    Lesson(Settled settled, double[][] scores, int[] known, double[] expected, double boldness) {
        this.known = known;
        this.evidence = new Evidence(settled, known, expected);
        double[][][] cases =
                Arrays.stream(known).mapToObj(i -> evidence.of(scores[i], i)).toArray(double[][][]::new);
        int[] choices = Arrays.stream(known).map(settled::choice).toArray();
        this.weights = Weighing.weights(cases, choices, EXPECTED, FREEDOM);
        this.correction = new Correction(
                settled.together(known),
                Arrays.stream(cases)
                        .map(each -> Weighing.weighed(each, weights))
                        .toArray(double[][]::new),
                choices,
                boldness);
    }

    /** The shares of the questions in a passage that it has not learned from. */
    double[] shares(double[] scores, float[][] alike) {
        double[] believed = Weighing.weighed(evidence.of(scores, alike), weights);
        return Numbers.softmax(correction.corrected(believed, Settled.together(alike, known)), 1);
    }
}
