package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Passages that say nearly the same answer the same question: scores are evened out among the nearest. */
final class Neighbours {
    private static final int NEAREST = 10;
    private static final double SHARE = 0.3;
    private static final int ROUNDS = 10;

    private final List<Kernel> kernels;
    private final double[] spreads;
    private final double[][] settled;

    /** Who is near a passage, and how much each counts; the weights sum to 1, or nobody is near. */
    @SuppressWarnings("ArrayRecordComponent") // rows of numbers that nobody else holds
    private record Near(int[] who, double[] weights) {}

    Neighbours(List<Kernel> kernels, double[][] scores) {
        this.kernels = kernels;
        this.spreads = kernels.stream().mapToDouble(Kernel::spread).toArray();
        this.settled = settle(scores);
    }

    /** Of each passage of the sample. */
    double[][] scores() {
        return settled;
    }

    /**
     * Of another passage.
     *
     * @param rows its likeness to the sample, one for each kernel
     */
    double[] score(double[] own, List<float[]> rows) {
        return evened(own, nearest(combined(rows)), settled);
    }

    private double[][] settle(double[][] scores) {
        Near[] near = mutual(IntStream.range(0, scores.length)
                .mapToObj(i -> nearest(combined(
                        kernels.stream().map(kernel -> kernel.rows()[i]).toList())))
                .toArray(Near[]::new));
        double[][] now = scores;
        for (int round = 0; round < ROUNDS; round++) {
            double[][] before = now;
            now = IntStream.range(0, scores.length)
                    .mapToObj(i -> evened(scores[i], near[i], before))
                    .toArray(double[][]::new);
        }
        return now;
    }

    private static double[] evened(double[] own, Near near, double[][] others) {
        if (near.who().length == 0) {
            return own;
        }
        double[] score = new double[own.length];
        for (int j = 0; j < own.length; j++) {
            double around = 0;
            for (int n = 0; n < near.who().length; n++) {
                around += near.weights()[n] * others[near.who()[n]][j];
            }
            score[j] = (1 - SHARE) * own[j] + SHARE * around;
        }
        return score;
    }

    private double[] combined(List<float[]> rows) {
        double[] sum = new double[rows.getFirst().length];
        for (int k = 0; k < rows.size(); k++) {
            float[] row = rows.get(k);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += row[i] / spreads[k];
            }
        }
        return sum;
    }

    private static Near nearest(double[] likeness) {
        int[] who = IntStream.range(0, likeness.length)
                .filter(i -> likeness[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -likeness[i])
                        .thenComparing(Comparator.naturalOrder()))
                .limit(NEAREST)
                .mapToInt(Integer::intValue)
                .toArray();
        double[] weights = Arrays.stream(who).mapToDouble(i -> likeness[i]).toArray();
        return shares(who, weights);
    }

    private static Near shares(int[] who, double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return new Near(who, Arrays.stream(weights).map(weight -> weight / sum).toArray());
    }

    /** Nearness goes both ways: whoever is near to me, I am near to him. */
    private static Near[] mutual(Near[] near) {
        var weights = new TreeMap<Integer, TreeMap<Integer, Double>>();
        for (int i = 0; i < near.length; i++) {
            for (int n = 0; n < near[i].who().length; n++) {
                int other = near[i].who()[n];
                double weight = near[i].weights()[n];
                weights.computeIfAbsent(i, _ -> new TreeMap<>()).merge(other, weight, Math::max);
                weights.computeIfAbsent(other, _ -> new TreeMap<>()).merge(i, weight, Math::max);
            }
        }
        return IntStream.range(0, near.length)
                .mapToObj(i -> {
                    TreeMap<Integer, Double> mine = weights.getOrDefault(i, new TreeMap<>());
                    return shares(
                            mine.keySet().stream().mapToInt(Integer::intValue).toArray(),
                            mine.values().stream()
                                    .mapToDouble(Double::doubleValue)
                                    .toArray());
                })
                .toArray(Near[]::new);
    }
}
