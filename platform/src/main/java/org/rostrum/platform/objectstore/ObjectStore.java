package org.rostrum.platform.objectstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One bucket of objects, each a key with bytes and a media type.
 *
 * <p>Keys are relative paths of 1 to 1,024 bytes of UTF-8 without empty, {@code .} or {@code ..} segments and without
 * control characters; anything else is an {@link IllegalArgumentException}. Every method throws
 * {@link ObjectStoreUnavailable} when the store cannot be asked or refuses for reasons of its own; the caller then does
 * not know whether a write happened, and repeating it is safe.
 */
public interface ObjectStore {

    /**
     * Writes an object unless its key is taken; of many concurrent callers exactly one gets {@code true}.
     *
     * @return false if an object is there already. It may be the caller's own from an attempt whose reply was lost, so
     *     whoever needs to know reads it and compares.
     */
    boolean createIfAbsent(String key, byte[] bytes, String mediaType);

    /** Writes an object, replacing one under the same key. */
    void put(String key, byte[] bytes, String mediaType);

    /** Writes the content of a file as an object without holding it in memory, replacing one under the same key. */
    void put(String key, Path file, String mediaType);

    /** Reads a small object whole. */
    Optional<byte[]> get(String key);

    /** Opens an object for reading as a stream; the caller closes it. */
    Optional<StoredObject> open(String key);

    boolean exists(String key);

    /** What the store knows of an object without reading it. */
    Optional<ObjectFacts> facts(String key);

    /**
     * Copies an object within the bucket, replacing one under the target's key; the bytes do not pass through the caller.
     *
     * @return false if there is no such source
     */
    boolean copy(String from, String to);

    /** The keys that start with the prefix, in lexicographic order of their UTF-8 bytes, fetched while being read. */
    Stream<String> list(String prefix);

    /** As {@link #list}, with what the store knows of each object. */
    Stream<ObjectFacts> listFacts(String prefix);

    /** Removes an object; removing one that is not there is fine. */
    void delete(String key);

    /** Asks whether the bucket is there and answers nothing, or throws {@link ObjectStoreUnavailable}; for health checks. */
    void ping();

    /**
     * Reads an object whose digest is known.
     *
     * @param sha256 64 lower-case hexadecimal digits
     * @throws ObjectMissing if there is no such object
     * @throws ObjectTampered if its bytes have another digest
     */
    default byte[] getVerified(String key, String sha256) {
        Sha256 expected = new Sha256(sha256);
        byte[] bytes = get(key).orElseThrow(() -> new ObjectMissing(key));
        requireDigest(key, expected, Sha256.of(bytes));
        return bytes;
    }

    /**
     * Copies an object whose digest is known into a file, which is overwritten; the file is to be trusted only if this
     * returns.
     *
     * @param sha256 64 lower-case hexadecimal digits
     * @throws ObjectMissing if there is no such object
     * @throws ObjectTampered if its bytes have another digest
     * @throws UncheckedIOException if the file cannot be written
     */
    default void download(String key, Path file, String sha256) {
        Sha256 expected = new Sha256(sha256);
        StoredObject object = open(key).orElseThrow(() -> new ObjectMissing(key));
        try (object) {
            requireDigest(key, expected, Sha256.whileCopying(object.body(), file));
        } catch (BrokenRead e) {
            throw new ObjectStoreUnavailable("Reading " + key + " broke off; try again.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + "; check space and permissions.", e);
        }
    }

    private static void requireDigest(String key, Sha256 expected, Sha256 actual) {
        if (!actual.equals(expected)) {
            throw new ObjectTampered(key, expected, actual);
        }
    }

    /**
     * What the store knows of an object.
     *
     * @param modifiedAt when it was last written, on the store's clock, to the second at best
     */
    record ObjectFacts(String key, long size, Instant modifiedAt) {}

    /** What {@link #open} hands out: the bytes as a stream, and what the store knows of them. */
    record StoredObject(InputStream body, long size, String mediaType, String etag) implements AutoCloseable {
        public StoredObject {
            if (size < 0) {
                throw new IllegalArgumentException("An object cannot have %d bytes.".formatted(size));
            }
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
