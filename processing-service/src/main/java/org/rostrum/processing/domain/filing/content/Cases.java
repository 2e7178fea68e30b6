package org.rostrum.processing.domain.filing.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Settled passages with what was thought of them before: what lessons are drawn from. */
final class Cases {
    private final List<double[]> scores;
    private final int[] choices;
    private final double[][] likeness;
    private final int places;
    private final Map<Integer, Cases> left = new HashMap<>();
    private final Map<Double, Calibration> calibrations = new HashMap<>();

    /**
     * Settled passages.
     *
     * @param scores what was thought of each, for each place
     * @param choices the place that each belongs to
     * @param likeness of each to each
     */
    Cases(List<double[]> scores, int[] choices, double[][] likeness, int places) {
        this.scores = scores;
        this.choices = choices;
        this.likeness = likeness;
        this.places = places;
    }

    int count() {
        return choices.length;
    }

    int choice(int index) {
        return choices[index];
    }

    double[] scores(int index) {
        return scores.get(index);
    }

    double[] likeness(int index, int[] toWhich) {
        return Arrays.stream(toWhich)
                .mapToDouble(other -> likeness[index][other])
                .toArray();
    }

    Cases only(int[] which) {
        var some = new ArrayList<double[]>();
        int[] chosen = new int[which.length];
        double[][] alike = new double[which.length][];
        for (int i = 0; i < which.length; i++) {
            some.add(scores.get(which[i]));
            chosen[i] = choices[which[i]];
            alike[i] = likeness(which[i], which);
        }
        return new Cases(some, chosen, alike, places);
    }

    /** Every {@code folds}th passage, from this one on. */
    int[] fold(int first, int folds) {
        return IntStream.range(0, count()).filter(i -> i % folds == first).toArray();
    }

    int[] without(int first, int folds) {
        return IntStream.range(0, count()).filter(i -> i % folds != first).toArray();
    }

    /** The cases that are left without a fold; the same ones each time, so that they calibrate once. */
    Cases left(int first, int folds) {
        return left.computeIfAbsent(first, _ -> only(without(first, folds)));
    }

    Calibration calibration(double freedom) {
        return calibrations.computeIfAbsent(freedom, free -> Calibration.of(scores, choices, places, free));
    }

    Correction correction(Calibration calibration, double caution) {
        double[][] lacked = new double[count()][];
        for (int i = 0; i < lacked.length; i++) {
            lacked[i] = Numbers.times(calibration.shares(scores.get(i)), -1);
            lacked[i][choices[i]] += 1;
        }
        return new Correction(likeness, lacked, caution);
    }
}
