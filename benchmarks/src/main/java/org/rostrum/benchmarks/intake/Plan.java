package org.rostrum.benchmarks.intake;

import java.time.Duration;

/**
 * How long each part of the measurement takes.
 *
 * @param submissions that intake has acknowledged in all when memory is compared for the last time
 * @param warmUp submissions that each server gets before anything counts: the JVMs of a whole Rostrum have compiled themselves on
 *     two processors after some 40,000
 * @param rounds of baseline and Rostrum in turn
 */
record Plan(
        int submissions,
        int warmUp,
        int rounds,
        Duration round,
        Duration moderate,
        Duration quiet,
        Duration rush,
        Duration overload) {

    static Plan full() {
        return new Plan(100_000, 40_000, 3, seconds(20), seconds(20), seconds(60), seconds(60), seconds(30));
    }

    static Plan quick() {
        return new Plan(10_000, 2_000, 3, seconds(4), seconds(5), seconds(5), seconds(5), seconds(6));
    }

    /** Shows that everything works; its figures say nothing. */
    static Plan tiny() {
        return new Plan(400, 100, 1, seconds(1), seconds(1), seconds(1), seconds(1), seconds(1));
    }

    Plan withSubmissions(int number) {
        return new Plan(number, Math.min(warmUp, number), rounds, round, moderate, quiet, rush, overload);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
