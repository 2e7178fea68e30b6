package org.rostrum.processing.adapter.encoder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Where the bytes of encoders are. */
public final class EncoderFiles {
    private static final int THREADS = 2;
    private static final int LONGEST = 320;

    private EncoderFiles() {}

    /** E5-small-v2, quantised: English, 34 MB, inside the application. */
    public static OnnxEncoder builtIn(int threads) {
        return OnnxEncoder.of(
                "e5-small-v2-q",
                resource("/e5-small-v2-q.onnx"),
                resource("/e5-small-v2-q-tokenizer.json"),
                Prefixes.E5,
                Math.clamp(threads, 1, THREADS),
                LONGEST);
    }

    /** Any sentence encoder: its model, and beside it or elsewhere the tokenizer's JSON. */
    public static OnnxEncoder at(Path model, Path tokenizer, Prefixes prefixes, int threads) {
        byte[] bytes = bytes(model);
        return OnnxEncoder.of(
                sha256(bytes), bytes, bytes(tokenizer), prefixes, Math.clamp(threads, 1, THREADS), LONGEST);
    }

    private static byte[] resource(String name) {
        try (var stream = EncoderFiles.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The built-in encoder is not part of this installation: " + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The built-in encoder cannot be read.", e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The encoder's file " + file + " cannot be read.", e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
