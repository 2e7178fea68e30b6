package org.rostrum.processing.domain.filing.content;

import java.util.stream.IntStream;

/** Choices of people in five parts: each part is foretold from the others, to see how well that is done. */
final class Folds {
    static final int COUNT = 5;

    private Folds() {}

    static int[] all(int choices) {
        return IntStream.range(0, choices).toArray();
    }

    static int[] without(int fold, int choices) {
        return IntStream.range(0, choices).filter(i -> i % COUNT != fold).toArray();
    }

    static int[] only(int fold, int choices) {
        return IntStream.range(0, choices).filter(i -> i % COUNT == fold).toArray();
    }

    /** Whether one way surprises less than the other by more than one standard error: a smaller difference may be chance. */
    static boolean clearlyLess(double[] surprises, double[] others) {
        double[] gains = IntStream.range(0, others.length)
                .mapToDouble(i -> others[i] - surprises[i])
                .toArray();
        double mean = IntStream.range(0, gains.length)
                .mapToDouble(i -> gains[i])
                .average()
                .orElse(0);
        double variance = IntStream.range(0, gains.length)
                .mapToDouble(i -> (gains[i] - mean) * (gains[i] - mean))
                .average()
                .orElse(0);
        return mean > Math.sqrt(variance / Math.max(1, gains.length - 1));
    }
}
