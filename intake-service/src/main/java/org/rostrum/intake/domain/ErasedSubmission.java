package org.rostrum.intake.domain;

import java.time.Instant;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.ErasureGround;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionId;

/**
 * Lies in the place of a manifest whose submission was erased, so that nothing else ever takes that place.
 *
 * @param wasFree whether it lies where the next version would have gone
 */
public record ErasedSubmission(
        String schema,
        SubmissionId submission,
        Reference reference,
        ConsultationId consultation,
        RoundId round,
        ErasureGround ground,
        Instant erasedAt,
        boolean wasFree) {
    public static final String SCHEMA = "https://rostrum.example/schema/erased-submission/v1";

    public ErasedSubmission ofFreePlace() {
        return new ErasedSubmission(schema, submission, reference, consultation, round, ground, erasedAt, true);
    }

    public Refusal.Erased refusal() {
        return new Refusal.Erased(reference, erasedAt, ground);
    }
}
