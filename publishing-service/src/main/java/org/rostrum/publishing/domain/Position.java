package org.rostrum.publishing.domain;

import java.time.Instant;
import java.util.Comparator;
import org.rostrum.contracts.Reference;

/** Where a contribution stands among all of its consultation: by the instant of its clearance, then by reference. */
public record Position(Instant clearedAt, Reference reference) implements Comparable<Position> {
    private static final Comparator<Position> ORDER =
            Comparator.comparing(Position::clearedAt).thenComparing(Position::reference);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
