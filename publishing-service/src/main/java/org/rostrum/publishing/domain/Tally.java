package org.rostrum.publishing.domain;

import java.util.EnumMap;
import java.util.Map;
import org.rostrum.publishing.domain.compilation.Accounting;

/**
 * Counts the submissions of one round by their fate. What was received is counted on its own, from other events than the
 * fates, so that a submission that staff decided on but nobody received makes the account fail.
 */
public final class Tally {
    private final Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
    private int received;

    void add(Fate fate, boolean wasReceived) {
        fates.merge(fate, 1, Integer::sum);
        received += wasReceived ? 1 : 0;
    }

    void remove(Fate fate, boolean wasReceived) {
        fates.merge(fate, -1, Integer::sum);
        received -= wasReceived ? 1 : 0;
    }

    public Accounting accounting() {
        return new Accounting(
                received,
                of(Fate.PUBLISHED),
                of(Fate.WITHHELD),
                of(Fate.CONFIDENTIAL),
                of(Fate.DUPLICATE),
                of(Fate.QUARANTINED),
                of(Fate.PARKED),
                of(Fate.WITHDRAWN),
                of(Fate.ERASED),
                of(Fate.IN_FLIGHT));
    }

    private int of(Fate fate) {
        return fates.getOrDefault(fate, 0);
    }
}
