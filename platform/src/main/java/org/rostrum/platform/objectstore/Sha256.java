package org.rostrum.platform.objectstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A SHA-256 digest (FIPS 180-4).
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Sha256(String hex) {
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER = 64 * 1024;

    public Sha256 {
        if (!DIGITS.matcher(hex).matches()) {
            throw new IllegalArgumentException("A SHA-256 is written as 64 lower-case hexadecimal digits.");
        }
    }

    public static Sha256 of(byte[] bytes) {
        return finish(begin(), bytes);
    }

    /** The digest of a file's content, read as a stream. */
    public static Sha256 of(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file);
                OutputStream nowhere = OutputStream.nullOutputStream()) {
            return whileCopying(content, nowhere);
        }
    }

    /** Copies everything and says what went through; for reading and checking in one pass. */
    public static Sha256 whileCopying(InputStream from, OutputStream to) throws IOException {
        MessageDigest digest = begin();
        byte[] buffer = new byte[BUFFER];
        for (int count = read(from, buffer); count >= 0; count = read(from, buffer)) {
            digest.update(buffer, 0, count);
            to.write(buffer, 0, count);
        }
        return finish(digest, new byte[0]);
    }

    static Sha256 whileCopying(InputStream from, Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            return whileCopying(from, out);
        }
    }

    private static int read(InputStream from, byte[] buffer) throws IOException {
        try {
            return from.read(buffer);
        } catch (IOException e) {
            throw new BrokenRead(e);
        }
    }

    private static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one is broken.", e);
        }
    }

    private static Sha256 finish(MessageDigest digest, byte[] last) {
        return new Sha256(HexFormat.of().formatHex(digest.digest(last)));
    }

    @Override
    public String toString() {
        return hex;
    }
}
