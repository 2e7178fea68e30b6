package org.rostrum.contracts;

import java.time.Instant;

/**
 * That a respondent took a submission back, as it was acknowledged: in intake's bucket beside the manifests, never changed.
 *
 * @param schema {@link #SCHEMA}
 * @param version the version that stood when it was withdrawn
 * @param manifest SHA-256 of that version's manifest
 */
public record SubmissionWithdrawal(
        String schema,
        SubmissionId submission,
        Reference reference,
        ConsultationId consultation,
        RoundId round,
        int version,
        String manifest,
        Instant withdrawnAt) {

    public static final String SCHEMA = "https://rostrum.example/schema/submission-withdrawal/v1";
}
