package org.rostrum.intake.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a draft is kept: so long after its last change, and never less than until its round closes. */
public record DraftLife(Duration afterLastChange) {
    public DraftLife {
        if (afterLastChange.isNegative() || afterLastChange.isZero()) {
            throw new IllegalArgumentException("drafts are kept for a while; 90 days are usual");
        }
    }

    /** The closing is empty while the round has none, or is not known any more. */
    public Instant endsAt(Instant savedAt, Optional<Instant> closing) {
        var usual = savedAt.plus(afterLastChange);
        return closing.filter(usual::isBefore).orElse(usual);
    }
}
