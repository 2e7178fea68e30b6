package org.rostrum.intake.usecase;

import java.util.List;
import java.util.Optional;
import org.rostrum.contracts.EventCodec.Decoded;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.intake.domain.LastEvents;

/** How far submissions have come: a projection that may lag, and may be away. */
public interface Submissions {

    /**
     * Takes events in, in their order: all of them, or none if it throws. One seen before changes nothing. Throws
     * {@link ProjectionUnavailable} if it is to be tried again, anything else if one of them can never be taken.
     */
    void advance(List<Decoded> told);

    /**
     * Forgets all that was said of it, for good: what is said later is not taken in. Throws {@link ProjectionUnavailable} if
     * that is not possible now.
     */
    void forget(SubmissionId submission);

    /** The last that was said of it; throws {@link ProjectionUnavailable} if that cannot be asked. */
    LastEvents last(SubmissionId submission);

    /** The projection cannot be asked right now; what it would say is not lost. */
    final class ProjectionUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ProjectionUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** For callers that can do without the answer. */
    default Optional<LastEvents> lastIfKnown(SubmissionId submission) {
        try {
            return Optional.of(last(submission));
        } catch (ProjectionUnavailable e) {
            return Optional.empty();
        }
    }
}
