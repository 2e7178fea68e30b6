package org.rostrum.intake.domain;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionWithdrawal;

/**
 * What a respondent holds once a withdrawal is acknowledged. All of it follows from what was stored, so that the same
 * withdrawal always has the same receipt, byte for byte.
 *
 * @param version the version that stood when it was withdrawn
 * @param withdrawnAt UTC, to the millisecond
 * @param withdrawnAtLocal the same instant in words, in the consultation's time zone
 * @param manifestSha256 fingerprint of that version's manifest
 * @param withdrawalSha256 fingerprint of the stored withdrawal's bytes
 * @param signature over the canonical JSON of everything else; absent only while signing
 */
public record WithdrawalReceipt(
        String schema,
        Reference reference,
        ConsultationId consultation,
        RoundId round,
        int version,
        String withdrawnAt,
        String withdrawnAtLocal,
        String manifestSha256,
        String withdrawalSha256,
        String statusUrl,
        Receipt.@Nullable Signature signature) {
    public static final String SCHEMA = "https://rostrum.example/schema/withdrawal-receipt/v1";

    public static WithdrawalReceipt unsigned(
            SubmissionWithdrawal withdrawal, String sha256, ZoneId zone, String statusUrl) {
        return new WithdrawalReceipt(
                SCHEMA,
                withdrawal.reference(),
                withdrawal.consultation(),
                withdrawal.round(),
                withdrawal.version(),
                Receipt.inUtc(withdrawal.withdrawnAt()),
                Receipt.inWords(withdrawal.withdrawnAt(), zone),
                withdrawal.manifest(),
                sha256,
                statusUrl,
                null);
    }

    public WithdrawalReceipt signed(Receipt.Signature by) {
        return new WithdrawalReceipt(
                schema,
                reference,
                consultation,
                round,
                version,
                withdrawnAt,
                withdrawnAtLocal,
                manifestSha256,
                withdrawalSha256,
                statusUrl,
                by);
    }
}
