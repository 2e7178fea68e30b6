package org.rostrum.intake.domain;

import java.util.Set;
import org.rostrum.contracts.SubmissionFlag;

/** What the gate of a round says to somebody who stands before it. */
public sealed interface Admission {

    /** The round takes it; {@code flags} say how it came: in time, in the round's grace, or late. */
    record Admitted(Set<SubmissionFlag> flags) implements Admission {
        public Admitted {
            flags = Set.copyOf(flags);
        }
    }

    /** The round does not take it; nothing of it is kept. */
    record TurnedAway(Refusal reason) implements Admission {}
}
