package org.rostrum.intake.domain;

import java.time.Instant;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionId;

/**
 * That somebody who got a mail about a submission said that it was not theirs: in intake's bucket beside the manifests, never
 * changed.
 *
 * @param version the version that stood then
 */
public record SubmissionDispute(
        String schema,
        SubmissionId submission,
        Reference reference,
        ConsultationId consultation,
        RoundId round,
        int version,
        Instant disputedAt) {
    public static final String SCHEMA = "https://rostrum.example/schema/submission-dispute/v1";
}
