package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;

/** What likenesses to each question have in common over a sample, and how much they differ beyond that. */
@SuppressWarnings("ArrayRecordComponent") // rows of numbers that nobody else holds
record Scale(double[] common, double spread) {

    /**
     * The scale of a sample.
     *
     * @param raw one row for each passage, one number for each question
     * @param share how much of what is common is taken off
     */
    static Scale of(double[][] raw, int questions, double share) {
        double[] common = Numbers.times(Numbers.columnMeans(raw, questions), share);
        double[][] rest = Arrays.stream(raw)
                .map(row -> {
                    double[] left = row.clone();
                    Arrays.setAll(left, j -> row[j] - common[j]);
                    return left;
                })
                .toArray(double[][]::new);
        return new Scale(common, Numbers.spread(rest));
    }

    void add(double[] raw, double weight, double[] sums) {
        for (int j = 0; j < common.length; j++) {
            sums[j] += weight * (raw[j] - common[j]) / spread;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scale(double[] theirCommon, double theirSpread)
                && Arrays.equals(common, theirCommon)
                && spread == theirSpread;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(common) + Double.hashCode(spread);
    }

    @Override
    public String toString() {
        return "Scale[spread=%.3f]".formatted(spread);
    }
}
