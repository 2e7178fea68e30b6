package org.rostrum.intake.usecase;

import java.util.Optional;
import java.util.stream.IntStream;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Reference;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.domain.ReceiptSecret;

/** Leads whoever sent something twice, by a second click, to the receipt of the first. */
public final class FindReceipt {
    private static final int FIRST_VERSION = 1;
    private static final int REFERENCE_ATTEMPTS = 4;

    private final Identities identities;

    public FindReceipt(Identities identities) {
        this.identities = identities;
    }

    /** The secret of that receipt, if it was sent under this key. */
    public Optional<ReceiptSecret> secret(ConsultationId consultation, IdempotencyKey key, Reference reference) {
        var submission = identities.submission(consultation, key);
        return IntStream.range(0, REFERENCE_ATTEMPTS)
                .mapToObj(attempt -> identities.reference(submission, attempt))
                .filter(reference::equals)
                .findFirst()
                .map(own -> identities.receiptSecret(own, FIRST_VERSION));
    }
}
