package org.rostrum.platform.objectstore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** The store for use-case tests: keeps the same promises as the real one, and can be taken away and tampered with. */
public final class InMemoryObjectStore implements ObjectStore {
    private final ConcurrentSkipListMap<String, Content> objects = new ConcurrentSkipListMap<>();
    private volatile boolean away;

    private static final class Content {
        private final byte[] bytes;
        private final String mediaType;
        private final Instant modifiedAt;

        Content(byte[] bytes, String mediaType) {
            this(bytes, mediaType, Instant.now());
        }

        Content(byte[] bytes, String mediaType, Instant modifiedAt) {
            this.bytes = bytes.clone();
            this.mediaType = mediaType;
            this.modifiedAt = modifiedAt;
        }

        byte[] bytes() {
            return bytes.clone();
        }

        String mediaType() {
            return mediaType;
        }
    }

    /** From now on every call throws {@link ObjectStoreUnavailable}. */
    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    /** Flips a bit of a stored object, as a failing disk does. */
    public void flipABit(String key) {
        objects.computeIfPresent(key, (same, content) -> {
            byte[] bytes = content.bytes();
            bytes[0] ^= 1;
            return new Content(bytes, content.mediaType());
        });
    }

    /** Makes a stored object look as if it had last been written then. */
    public void backdate(String key, Instant modifiedAt) {
        objects.computeIfPresent(key, (same, content) -> new Content(content.bytes(), content.mediaType(), modifiedAt));
    }

    public List<String> keys() {
        return List.copyOf(objects.keySet());
    }

    @Override
    public boolean createIfAbsent(String key, byte[] bytes, String mediaType) {
        return objects.putIfAbsent(reach(key), new Content(bytes, mediaType)) == null;
    }

    @Override
    public void put(String key, byte[] bytes, String mediaType) {
        objects.put(reach(key), new Content(bytes, mediaType));
    }

    @Override
    public void put(String key, Path file, String mediaType) {
        try {
            put(key, Files.readAllBytes(file), mediaType);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<byte[]> get(String key) {
        return Optional.ofNullable(objects.get(reach(key))).map(Content::bytes);
    }

    @Override
    public Optional<StoredObject> open(String key) {
        return Optional.ofNullable(objects.get(reach(key)))
                .map(content -> new StoredObject(
                        new ByteArrayInputStream(content.bytes()),
                        content.bytes().length,
                        content.mediaType(),
                        Sha256.of(content.bytes()).hex()));
    }

    @Override
    public boolean exists(String key) {
        return objects.containsKey(reach(key));
    }

    @Override
    public Optional<ObjectFacts> facts(String key) {
        return Optional.ofNullable(objects.get(reach(key))).map(content -> facts(key, content));
    }

    private static ObjectFacts facts(String key, Content content) {
        return new ObjectFacts(key, content.bytes().length, content.modifiedAt);
    }

    @Override
    public boolean copy(String from, String to) {
        var source = objects.get(reach(from));
        if (source != null) {
            put(to, source.bytes(), source.mediaType());
        }
        return source != null;
    }

    @Override
    public Stream<ObjectFacts> listFacts(String prefix) {
        return list(prefix)
                .flatMap(key -> Optional.ofNullable(objects.get(key)).map(content -> facts(key, content)).stream());
    }

    @Override
    public Stream<String> list(String prefix) {
        ping();
        return objects.tailMap(prefix).keySet().stream().takeWhile(key -> key.startsWith(prefix));
    }

    @Override
    public void delete(String key) {
        objects.remove(reach(key));
    }

    @Override
    public void ping() {
        if (away) {
            throw new ObjectStoreUnavailable("The store in memory was told to be away; call comeBack().", null);
        }
    }

    private String reach(String key) {
        ping();
        return Keys.require(key);
    }
}
