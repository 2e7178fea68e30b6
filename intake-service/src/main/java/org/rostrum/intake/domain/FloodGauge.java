package org.rostrum.intake.domain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How many came lately, each minute, into each round: a sliding minute in steps of ten seconds. */
public final class FloodGauge {
    private static final int STEPS = 6;
    private static final long STEP_MILLIS = 10_000;

    private final Map<String, Minute> rounds = new HashMap<>();

    private static final class Minute {
        private final int[] counts = new int[STEPS];
        private long step;

        void turnTo(long now) {
            long next = now / STEP_MILLIS;
            for (long passed = Math.max(step + 1, next - STEPS + 1); passed <= next; passed++) {
                counts[(int) (passed % STEPS)] = 0;
            }
            step = Math.max(step, next);
        }
    }

    /**
     * Counts one more.
     *
     * @param round a round that exists, so that the memory is bounded
     * @param now in milliseconds since 1970
     * @return how many came in the last minute, this one included
     */
    public synchronized int count(String round, long now) {
        var minute = rounds.computeIfAbsent(round, name -> new Minute());
        minute.turnTo(now);
        minute.counts[(int) (minute.step % STEPS)]++;
        return Arrays.stream(minute.counts).sum();
    }
}
