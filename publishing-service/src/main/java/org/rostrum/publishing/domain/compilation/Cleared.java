package org.rostrum.publishing.domain.compilation;

import java.time.Instant;
import java.util.Comparator;
import org.rostrum.contracts.PublicContribution;

/** One contribution that staff cleared, and when. */
public record Cleared(PublicContribution contribution, Instant clearedAt) {
    /** The order of print: by receipt, then by reference. */
    static final Comparator<Cleared> PRINTED_ORDER = Comparator.<Cleared, Instant>comparing(
                    cleared -> cleared.contribution().receivedAt())
            .thenComparing(cleared -> cleared.contribution().reference());
}
