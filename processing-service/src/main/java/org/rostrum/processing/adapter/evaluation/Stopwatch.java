package org.rostrum.processing.adapter.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;

/** Times what is done one after the other. */
final class Stopwatch {
    private final Map<String, Double> laps = new LinkedHashMap<>();
    private long since = System.nanoTime();

    /** Ends a lap; the next begins. */
    void lap(String name) {
        long now = System.nanoTime();
        laps.put(name, (now - since) / 1e9);
        since = now;
    }

    /** What was done since the last lap counts for nothing. */
    void skip() {
        since = System.nanoTime();
    }

    /** Seconds, by name. */
    Map<String, Double> laps() {
        return new LinkedHashMap<>(laps);
    }
}
