package org.rostrum.processing.usecase;

import java.time.Duration;

/**
 * How often and how long to try.
 *
 * @param attempts of one event, before its submission is parked
 * @param firstPause after the first failure; doubles each time
 * @param longestPause never more than this
 */
public record Patience(int attempts, Duration firstPause, Duration longestPause) {
    public Patience {
        if (attempts < 1 || firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException("at least one attempt, and pauses that grow");
        }
    }

    /** How long to wait after that many failures, from 1. */
    public Duration pauseAfter(int failures) {
        var doubled = firstPause.multipliedBy(1L << Math.min(failures - 1, 20));
        return doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
    }
}
