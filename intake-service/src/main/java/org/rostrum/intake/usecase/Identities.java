package org.rostrum.intake.usecase;

import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.intake.domain.AmendmentDigest;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.domain.ReceiptSecret;

/** Everything that is derived with intake's secret keys instead of being drawn and stored. */
public interface Identities {

    int keyVersion();

    SubmissionId submission(ConsultationId consultation, IdempotencyKey key);

    /** The attempt is 0, and one more each time the reference before was taken by another submission. */
    Reference reference(SubmissionId submission, int attempt);

    /** Recognises a repetition without telling what was repeated. */
    String requestDigest(byte[] canonicalRequest);

    /** Recognises the repetition of an amendment, and another one under the same key. */
    AmendmentDigest amendmentDigest(SubmissionId submission, IdempotencyKey key, byte[] canonicalRequest);

    /** What a mail carries for whoever did not send what the mail is about. */
    ReceiptSecret disputeToken(Reference reference);

    ReceiptSecret receiptSecret(Reference reference, int version);
}
