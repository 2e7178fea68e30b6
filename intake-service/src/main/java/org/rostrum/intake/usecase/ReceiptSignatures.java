package org.rostrum.intake.usecase;

import org.rostrum.intake.domain.Receipt;

/** Signs receipts; the same bytes always get the same signature. */
public interface ReceiptSignatures {

    Receipt.Signature sign(byte[] canonicalReceipt);

    /** The name by which receipts call the key. */
    String keyId();

    /** The key that verifies, as SubjectPublicKeyInfo in DER (RFC 8410). */
    byte[] publicKey();
}
