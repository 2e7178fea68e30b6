package org.rostrum.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What staff decide about publication; on {@link Topic#CLEARANCES}. */
public sealed interface ClearanceEvent extends Event {

    SubmissionId submission();

    Reference reference();

    ConsultationId consultation();

    RoundId round();

    int version();

    /**
     * One exact version may go public, in one exact form.
     *
     * @param artefact the public form ({@link PublicContribution} as canonical JSON), by reference
     * @param clearedBy opaque subject of the account that decided
     */
    record SubmissionCleared(
            SubmissionId submission,
            Reference reference,
            ConsultationId consultation,
            RoundId round,
            int version,
            ObjectRef artefact,
            String clearedBy,
            Instant clearedAt)
            implements ClearanceEvent {}

    /**
     * The version does not go public; if it was, it is taken down.
     *
     * @param reason what staff wrote for the respondent's status page
     */
    record SubmissionWithheld(
            SubmissionId submission,
            Reference reference,
            ConsultationId consultation,
            RoundId round,
            int version,
            String reason,
            String withheldBy,
            Instant withheldAt)
            implements ClearanceEvent {}

    /** An earlier clearance no longer holds: what was published is taken down until it is cleared again. */
    record ClearanceRecalled(
            SubmissionId submission,
            Reference reference,
            ConsultationId consultation,
            RoundId round,
            int version,
            String reason,
            String recalledBy,
            Instant recalledAt)
            implements ClearanceEvent {}

    /**
     * Staff found that a disputed submission is its respondent's own: it is no longer held.
     *
     * @param disputedAt which dispute it settles, with every earlier one; absent means all until it was dismissed
     */
    record DisputeDismissed(
            SubmissionId submission,
            Reference reference,
            ConsultationId consultation,
            RoundId round,
            int version,
            String reason,
            String dismissedBy,
            Instant dismissedAt,
            @Nullable Instant disputedAt)
            implements ClearanceEvent {}
}
