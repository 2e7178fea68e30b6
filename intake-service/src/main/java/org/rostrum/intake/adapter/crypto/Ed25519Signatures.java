package org.rostrum.intake.adapter.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.rostrum.intake.domain.Fingerprint;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.usecase.ReceiptSignatures;

/**
 * Ed25519 (RFC 8032): the same bytes always get the same signature. Signs with Bouncy Castle, because the JDK takes twenty
 * times as long, which was more than everything else that intake does for a submission.
 */
public final class Ed25519Signatures implements ReceiptSignatures {
    private static final String ALGORITHM = "Ed25519";

    private final Ed25519PrivateKeyParameters signingKey;
    private final PublicKey publicKey;
    private final String keyId;

    /** The key is {@code ROSTRUM_INTAKE_RECEIPT_KEY}: PKCS#8 in base64. */
    public Ed25519Signatures(String base64Pkcs8) {
        try {
            var privateKey = (EdECPrivateKey) KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64Pkcs8)));
            this.publicKey = publicKeyOf(privateKey);
            this.signingKey = new Ed25519PrivateKeyParameters(seedOf(privateKey));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "ROSTRUM_INTAKE_RECEIPT_KEY is not an Ed25519 key as PKCS#8 in base64; make one with:"
                            + " openssl genpkey -algorithm ed25519 -outform DER | base64 -w0",
                    e);
        }
        this.keyId = Fingerprint.of(publicKey.getEncoded()).substring(0, 16);
    }

    private static byte[] seedOf(EdECPrivateKey key) {
        return key.getBytes().orElseThrow(() -> new IllegalArgumentException("the key is not readable"));
    }

    @Override
    public Receipt.Signature sign(byte[] canonicalReceipt) {
        var signer = new Ed25519Signer();
        signer.init(true, signingKey);
        signer.update(canonicalReceipt, 0, canonicalReceipt.length);
        return new Receipt.Signature(ALGORITHM, keyId, Base64.getEncoder().encodeToString(signer.generateSignature()));
    }

    @Override
    public String keyId() {
        return keyId;
    }

    @Override
    public byte[] publicKey() {
        return publicKey.getEncoded();
    }

    /** The JDK has no call for it; its generator derives the pair from 32 "random" bytes, which are the private key. */
    private static PublicKey publicKeyOf(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed = seedOf(key);
        var generator = KeyPairGenerator.getInstance(ALGORITHM);
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        return generator.generateKeyPair().getPublic();
    }
}
