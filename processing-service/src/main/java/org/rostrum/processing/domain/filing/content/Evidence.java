package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;

/**
 * What speaks for each question beside its score, once some passages are settled: how alike a passage is to those settled
 * there, in each respect, and how much of all was settled there. A settled passage is no evidence for itself.
 */
final class Evidence {
    /** The score; likeness in each respect; how common the question is. */
    static final int KINDS = 2 + Settled.RESPECTS;
    /** A question with so few settled passages is half known. */
    private static final double HALF_KNOWN = 2;
    /** Settled passages after which their numbers count as much as what the scores let expect. */
    private static final double EXPECTED = 10;
    /** Brings likeness to about the size of a score. */
    private static final double SIZE = 3;

    private final Settled settled;
    private final int[] known;
    private final double[] expected;
    private final double[] counts;

    /**
     * Evidence from some settled passages.
     *
     * @param known which of them
     * @param expected shares of the questions, as far as scores tell
     */
    Evidence(Settled settled, int[] known, double[] expected) {
        this.settled = settled;
        this.known = known;
        this.expected = expected;
        this.counts = new double[expected.length];
        Arrays.stream(known).forEach(i -> counts[settled.choice(i)]++);
    }

    /** Of one of the known passages. */
    double[][] of(double[] scores, int self) {
        return of(scores, settled.alike(self), settled.choice(self));
    }

    /** Of any other passage. */
    double[][] of(double[] scores, float[][] alike) {
        return of(scores, alike, -1);
    }

    private double[][] of(double[] scores, float[][] alike, int own) {
        int questions = scores.length;
        double[][] evidence = new double[questions][KINDS];
        for (int r = 0; r < Settled.RESPECTS; r++) {
            for (int i : known) {
                evidence[settled.choice(i)][1 + r] += alike[r][i];
            }
        }
        double all = known.length - (own < 0 ? 0 : 1);
        for (int j = 0; j < questions; j++) {
            double count = counts[j] - (j == own ? 1 : 0);
            evidence[j][0] = scores[j];
            for (int r = 0; r < Settled.RESPECTS; r++) {
                evidence[j][1 + r] /= (count + HALF_KNOWN) * SIZE * settled.spreads()[r];
            }
            evidence[j][KINDS - 1] = Math.log((count + EXPECTED * expected[j]) / (all + EXPECTED));
        }
        return evidence;
    }
}
