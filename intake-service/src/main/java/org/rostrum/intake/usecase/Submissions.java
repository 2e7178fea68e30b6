package org.rostrum.intake.usecase;

import java.util.Optional;
import org.rostrum.contracts.Event;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.intake.domain.SubmissionState;

/** How far submissions have come: a projection that may lag, and may be away. */
public interface Submissions {

    /** Takes one event in; one seen before changes nothing. */
    void advance(String eventId, Event event);

    /** How far it is; throws {@link ProjectionUnavailable} if that cannot be asked. */
    SubmissionState state(SubmissionId submission);

    /** The projection cannot be asked right now; what it would say is not lost. */
    final class ProjectionUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ProjectionUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** For callers that can do without the answer. */
    default Optional<SubmissionState> stateIfKnown(SubmissionId submission) {
        try {
            return Optional.of(state(submission));
        } catch (ProjectionUnavailable e) {
            return Optional.empty();
        }
    }
}
