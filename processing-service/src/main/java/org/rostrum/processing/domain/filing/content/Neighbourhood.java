package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Passages that say nearly the same answer the same question: what is thought of them is evened out among the nearest. */
final class Neighbourhood {
    private static final int NEAREST = 10;
    private static final int ROUNDS = 10;

    private final double[] spreads;
    private final Near[] near;

    /** Who of the sample is near a passage, and how much each counts; the weights sum to 1, or nobody is near. */
    @SuppressWarnings("ArrayRecordComponent") // rows of numbers that nobody else holds
    record Near(int[] who, double[] weights) {
        /**
         * What is thought of a passage, evened out with those near it.
         *
         * @param share how much the others count
         */
        double[] evened(double[] own, double[][] others, double share) {
            if (who.length == 0) {
                return own;
            }
            double[] evened = Numbers.times(own, 1 - share);
            for (int n = 0; n < who.length; n++) {
                Numbers.add(others[who[n]], share * weights[n], evened);
            }
            return evened;
        }
    }

    Neighbourhood(List<Kernel> kernels, int sample) {
        this.spreads = kernels.stream().mapToDouble(Kernel::spread).toArray();
        this.near = mutual(IntStream.range(0, sample)
                .mapToObj(i ->
                        near(kernels.stream().map(kernel -> kernel.rows()[i]).toList()))
                .toArray(Near[]::new));
    }

    /** Of a passage of the sample. */
    Near near(int passage) {
        return near[passage];
    }

    /**
     * Of another passage.
     *
     * @param rows its likeness to the sample, one for each kernel
     */
    Near near(List<float[]> rows) {
        return nearest(combined(rows));
    }

    /**
     * What is thought of each passage of the sample, evened out.
     *
     * @param share how much the others count
     * @param known those of which it is known, and stays
     */
    double[][] evened(double[][] thought, double share, boolean[] known) {
        double[][] now = thought;
        for (int round = 0; round < ROUNDS; round++) {
            double[][] before = now;
            now = IntStream.range(0, thought.length)
                    .mapToObj(i -> known[i] ? thought[i] : near[i].evened(thought[i], before, share))
                    .toArray(double[][]::new);
        }
        return now;
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

    /** The most alike, the first of equals before the others. */
    private static Near nearest(double[] likeness) {
        int[] who = new int[Math.min(NEAREST, likeness.length)];
        int found = 0;
        for (int i = 0; i < likeness.length; i++) {
            if (likeness[i] <= 0 || (found == NEAREST && likeness[i] <= likeness[who[found - 1]])) {
                continue;
            }
            int at = found < NEAREST ? found++ : found - 1;
            while (at > 0 && likeness[who[at - 1]] < likeness[i]) {
                who[at] = who[at - 1];
                at--;
            }
            who[at] = i;
        }
        int[] nearest = Arrays.copyOf(who, found);
        return shares(
                nearest, Arrays.stream(nearest).mapToDouble(i -> likeness[i]).toArray());
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
