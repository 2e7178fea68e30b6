package org.rostrum.intake.adapter.crypto;

import java.util.Arrays;
import java.util.HexFormat;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.intake.domain.AmendmentDigest;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.domain.ReceiptSecret;
import org.rostrum.intake.usecase.Identities;

/** Derives everything from one secret key, {@code ROSTRUM_INTAKE_ID_KEY}. */
public final class HmacIdentities implements Identities {
    private static final int ID_BYTES = 16;
    private static final int SHORTEST_KEY = 32;

    private final int keyVersion;
    private final Hmac ids;
    private final Hmac references;
    private final Hmac digests;
    private final Hmac secrets;
    private final Hmac amendmentKeys;
    private final Hmac disputes;

    /** The key has at least 32 characters; without it no repetition is recognised and no status page opens. */
    public HmacIdentities(String idKey, int keyVersion) {
        if (idKey.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "ROSTRUM_INTAKE_ID_KEY needs at least 32 characters; make one with:" + " openssl rand -base64 32");
        }
        this.keyVersion = keyVersion;
        this.ids = Hmac.forPurpose(idKey, "submission-id");
        this.references = Hmac.forPurpose(idKey, "reference");
        this.digests = Hmac.forPurpose(idKey, "request-digest");
        this.secrets = Hmac.forPurpose(idKey, "receipt-secret");
        this.amendmentKeys = Hmac.forPurpose(idKey, "amendment-key");
        this.disputes = Hmac.forPurpose(idKey, "dispute-token");
    }

    @Override
    public int keyVersion() {
        return keyVersion;
    }

    @Override
    public SubmissionId submission(ConsultationId consultation, IdempotencyKey key) {
        var digest = ids.of(consultation.value(), key.value());
        return new SubmissionId(keyVersion + "-" + HexFormat.of().formatHex(Arrays.copyOf(digest, ID_BYTES)));
    }

    @Override
    public Reference reference(SubmissionId submission, int attempt) {
        return Reference.fromDigest(references.of(submission.value(), String.valueOf(attempt)));
    }

    @Override
    public String requestDigest(byte[] canonicalRequest) {
        return HexFormat.of().formatHex(digests.of(canonicalRequest));
    }

    @Override
    public AmendmentDigest amendmentDigest(SubmissionId submission, IdempotencyKey key, byte[] canonicalRequest) {
        return new AmendmentDigest(
                half(amendmentKeys.of(submission.value(), key.value())), half(digests.of(canonicalRequest)));
    }

    private static String half(byte[] digest) {
        return HexFormat.of().formatHex(digest, 0, digest.length / 2);
    }

    @Override
    public ReceiptSecret disputeToken(Reference reference) {
        return ReceiptSecret.fromDigest(disputes.of(reference.value()));
    }

    @Override
    public ReceiptSecret receiptSecret(Reference reference, int version) {
        return ReceiptSecret.fromDigest(secrets.of(reference.value(), String.valueOf(version)));
    }
}
