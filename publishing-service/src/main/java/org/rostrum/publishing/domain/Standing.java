package org.rostrum.publishing.domain;

import java.time.Instant;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionId;

/** How a submission stands before the public. */
public sealed interface Standing {

    /** It is not public, and there is nothing to explain. */
    record Hidden(ConsultationId consultation, Reference reference) implements Standing {}

    record Shown(PublishedContribution contribution) implements Standing {}

    /**
     * It may have been public and is not any more.
     *
     * @param since instant of the event that took it down
     */
    record Gone(SubmissionId submission, ConsultationId consultation, Reference reference, Instant since)
            implements Standing {}
}
