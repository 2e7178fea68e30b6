package org.rostrum.intake.adapter.crypto;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.rostrum.intake.domain.DraftToken;
import org.rostrum.intake.usecase.DraftSeals;

/**
 * AES-256-GCM (NIST SP 800-38D) under keys that follow from a draft's token by HMAC-SHA-256. Intake's own key only makes the
 * name, so that even intake cannot read a draft whose link it was not given. Files are sealed in chunks, each with its number
 * and whether it is the last, so that none can be left out, moved or cut off.
 */
public final class AesDraftSeals implements DraftSeals {
    private static final int NAME_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int CHUNK = 64 * 1024;

    private final Hmac names;
    private final SecureRandom random;

    /** The key is {@code ROSTRUM_INTAKE_ID_KEY}. */
    public AesDraftSeals(String idKey, SecureRandom random) {
        this.names = Hmac.forPurpose(idKey, "draft-name");
        this.random = random;
    }

    @Override
    public DraftToken newToken() {
        byte[] bytes = new byte[DraftToken.BYTES];
        random.nextBytes(bytes);
        return DraftToken.of(bytes);
    }

    @Override
    public String name(DraftToken token) {
        return HexFormat.of().formatHex(Arrays.copyOf(names.of(token.value()), NAME_BYTES));
    }

    @Override
    public byte[] seal(DraftToken token, String context, byte[] open) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key(token, "draft-text"), nonce, context, open);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    @Override
    public byte[] open(DraftToken token, String context, byte[] sealed) {
        if (sealed.length < NONCE_BYTES + TAG_BYTES) {
            throw new Broken("a sealed draft is cut short", new EOFException());
        }
        return crypt(
                Cipher.DECRYPT_MODE,
                key(token, "draft-text"),
                Arrays.copyOf(sealed, NONCE_BYTES),
                context,
                Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
    }

    @Override
    public void seal(DraftToken token, String context, Path open, Path sealed) throws IOException {
        var key = key(token, "draft-file " + context);
        try (var in = new BufferedInputStream(Files.newInputStream(open));
                var out = new BufferedOutputStream(Files.newOutputStream(sealed))) {
            byte[] chunk = in.readNBytes(CHUNK);
            for (long number = 0; ; number++) {
                byte[] next = in.readNBytes(CHUNK);
                boolean last = next.length == 0;
                out.write(crypt(Cipher.ENCRYPT_MODE, key, nonce(number, last), context, chunk));
                if (last) {
                    return;
                }
                chunk = next;
            }
        }
    }

    @Override
    public void open(DraftToken token, String context, InputStream sealed, Path open) throws IOException {
        var key = key(token, "draft-file " + context);
        try (var in = new BufferedInputStream(sealed);
                var out = new BufferedOutputStream(Files.newOutputStream(open))) {
            byte[] chunk = in.readNBytes(CHUNK + TAG_BYTES);
            for (long number = 0; ; number++) {
                byte[] next = in.readNBytes(CHUNK + TAG_BYTES);
                boolean last = next.length == 0;
                out.write(crypt(Cipher.DECRYPT_MODE, key, nonce(number, last), context, chunk));
                if (last) {
                    return;
                }
                chunk = next;
            }
        }
    }

    /** Never the same twice under one key: a file's key is its own, and it is sealed once. */
    private static byte[] nonce(long number, boolean last) {
        return ByteBuffer.allocate(NONCE_BYTES)
                .putInt(last ? 1 : 0)
                .putLong(number)
                .array();
    }

    private static SecretKeySpec key(DraftToken token, String purpose) {
        return new SecretKeySpec(Hmac.forPurpose(token.value(), purpose).of("key"), "AES");
    }

    private static byte[] crypt(int mode, SecretKeySpec key, byte[] nonce, String context, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new Broken("a draft's seal does not fit its token and place", e);
        }
    }
}
