package org.rostrum.contracts;

import java.time.Instant;

/** What happens to a submission before any staff see it; on {@link Topic#SUBMISSIONS}. */
public sealed interface SubmissionEvent extends Event {

    SubmissionId submission();

    Reference reference();

    ConsultationId consultation();

    RoundId round();

    /** 1 for the first version, one more for each amendment. */
    int version();

    /**
     * A version was acknowledged: its manifest is in the store, its respondent holds a receipt.
     *
     * @param publication what the respondent allows
     * @param manifest the manifest, by reference; names and texts are only there
     * @param attachments how many files came with it
     */
    record SubmissionReceived(
            SubmissionId submission,
            Reference reference,
            ConsultationId consultation,
            RoundId round,
            int version,
            SubmissionKind kind,
            Publication publication,
            ObjectRef manifest,
            int attachments,
            Instant receivedAt)
            implements SubmissionEvent {}
}
