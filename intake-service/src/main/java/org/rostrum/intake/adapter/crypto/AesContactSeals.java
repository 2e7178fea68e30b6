package org.rostrum.intake.adapter.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.intake.usecase.ContactSeals;

/** AES-256-GCM (NIST SP 800-38D): nonce, ciphertext, tag. The submission's id is authenticated with it. */
public final class AesContactSeals implements ContactSeals {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    /** The key is {@code ROSTRUM_INTAKE_CONTACT_KEY}: 32 bytes in base64. */
    public AesContactSeals(String base64Key, SecureRandom random) {
        byte[] bytes = Base64.getDecoder().decode(base64Key);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("ROSTRUM_INTAKE_CONTACT_KEY is not 32 bytes in base64; make one with:"
                    + " openssl rand -base64 32");
        }
        this.key = new SecretKeySpec(bytes, "AES");
        this.random = random;
    }

    @Override
    public String seal(String email, SubmissionId submission) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, submission, email.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    @Override
    public String open(String sealed, SubmissionId submission) {
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return new String(cipher(Cipher.DECRYPT_MODE, nonce, submission, rest), StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, byte[] nonce, SubmissionId submission, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(submission.value().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the contact's seal does not fit this key and submission", e);
        }
    }
}
