package org.rostrum.processing.domain.keypassages;

/** Drawing by lot without putting back: the hypergeometric distribution. */
final class Lot {
    private Lot() {}

    /** How likely exactly so many of a kind are drawn. */
    static double probability(int all, int ofKind, int drawn, int hits) {
        if (hits > ofKind || drawn - hits > all - ofKind || hits < 0) {
            return 0;
        }
        return Math.exp(logChoices(ofKind, hits) + logChoices(all - ofKind, drawn - hits) - logChoices(all, drawn));
    }

    /** How far the share among those drawn is from the share among all, on average. */
    static double meanDeviation(int all, int ofKind, int drawn) {
        double share = ofKind / (double) all;
        double sum = 0;
        for (int hits = 0; hits <= Math.min(drawn, ofKind); hits++) {
            sum += probability(all, ofKind, drawn, hits) * Math.abs(hits / (double) drawn - share);
        }
        return sum;
    }

    private static double logChoices(int of, int taken) {
        double sum = 0;
        for (int i = 0; i < taken; i++) {
            sum += Math.log((of - i) / (i + 1.0));
        }
        return sum;
    }
}
