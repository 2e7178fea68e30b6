package org.rostrum.publishing.domain;

import java.time.Instant;
import org.rostrum.contracts.ClearanceEvent.SubmissionCleared;

/** Staff's newest word on a submission. */
public sealed interface Decision {

    String eventId();

    /** The version that it is about. */
    int version();

    /** One exact version may go public. */
    record Cleared(String eventId, SubmissionCleared event) implements Decision {
        @Override
        public int version() {
            return event.version();
        }
    }

    /** Nothing of it may be public: withheld, or an earlier clearance no longer holds. */
    record TakenBack(String eventId, int version, boolean recalled, Instant at) implements Decision {}
}
