package org.rostrum.benchmarks.load;

import java.util.Arrays;

/** Every latency that was measured, in microseconds; percentiles are exact. */
final class Latencies {
    private int[] micros = new int[4096];
    private int count;
    private boolean sorted;

    void add(long nanos) {
        if (count == micros.length) {
            micros = Arrays.copyOf(micros, count * 2);
        }
        micros[count++] = (int) Math.min(Integer.MAX_VALUE, nanos / 1000);
        sorted = false;
    }

    /** The smallest latency, in milliseconds, that this share of all did not exceed; not a number if there is none. */
    double percentile(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        if (!sorted) {
            Arrays.sort(micros, 0, count);
            sorted = true;
        }
        int rank = (int) Math.ceil(share * count);
        return micros[Math.max(0, rank - 1)] / 1000.0;
    }
}
