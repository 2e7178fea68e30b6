package org.rostrum.intake.domain.admission;

/**
 * How many may work at once, and how many may wait for it.
 *
 * @param places all together
 * @param reserved of them, for the urgent only
 * @param perLane most places that one consultation takes, so that another finds one at once
 * @param waitingPerLane most that wait in one consultation
 * @param waiting most that wait altogether
 */
public record Capacity(int places, int reserved, int perLane, int waitingPerLane, int waiting) {
    public Capacity {
        if (places < 1 || reserved < 0 || reserved >= places || perLane < 1 || perLane > places) {
            throw new IllegalArgumentException(
                    "Places must leave room beside the reserved ones, and one consultation cannot take more than all.");
        }
        if (waitingPerLane < 0 || waiting < waitingPerLane) {
            throw new IllegalArgumentException("All together cannot wait less than one consultation.");
        }
    }
}
