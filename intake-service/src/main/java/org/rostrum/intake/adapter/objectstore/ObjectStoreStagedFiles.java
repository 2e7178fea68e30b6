package org.rostrum.intake.adapter.objectstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.intake.domain.OfferedFile;
import org.rostrum.intake.usecase.StagedFiles;
import org.rostrum.platform.objectstore.ObjectStore;
import org.rostrum.platform.objectstore.ObjectStore.ObjectFacts;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;
import org.rostrum.platform.objectstore.PresignedPuts;
import org.rostrum.platform.objectstore.Sha256;

/**
 * Staged files under {@code staged/{owner}/{file}/}: {@code announced.json} says what was promised, {@code incoming} is where
 * a signed address leads, {@code checked-…} is a copy to which none leads, and {@code file.json}, written once, names the
 * copy that counts and its digest.
 */
public final class ObjectStoreStagedFiles implements StagedFiles {
    private static final String FOLDER = "staged/";
    private static final String BYTES = "application/octet-stream";
    private static final String JSON = "application/json";
    private static final String CHECKED = "checked-";
    private static final int NAME_BYTES = 16;

    private final ObjectStore store;
    private final String bucket;
    private final PresignedPuts puts;
    private final SecureRandom random;
    private final Claims claims;

    public ObjectStoreStagedFiles(ObjectStore store, String bucket, PresignedPuts puts, SecureRandom random) {
        this.store = store;
        this.bucket = bucket;
        this.puts = puts;
        this.random = random;
        this.claims = new Claims(store);
    }

    /** What {@code announced.json} holds. */
    private record Promise(
            String fileName,
            String mediaType,
            long size,
            @Nullable String sha256,
            Instant begunAt) {}

    /** What {@code file.json} holds. */
    private record Kept(String fileName, String mediaType, long size, String sha256, Instant begunAt, String content) {}

    @Override
    public Arrival stage(Place place, String fileName, String mediaType, InputStream content, long limit, Instant now)
            throws IOException {
        var spool = Files.createTempFile("staged", null);
        try {
            return stage(place, fileName, mediaType, Spooled.read(content, spool, limit), limit, now);
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    private Arrival stage(Place place, String fileName, String mediaType, Spooled spooled, long limit, Instant now) {
        if (spooled.size() > limit) {
            return new TooLarge(limit);
        }
        if (spooled.size() == 0) {
            return new Empty();
        }
        var name = drawName();
        store.put(at(place, name), spooled.file(), BYTES);
        return keep(place, new Kept(fileName, mediaType, spooled.size(), spooled.sha256(), now, name));
    }

    @Override
    public Invitation begin(Place place, Announced announced, Instant now, Duration validity) {
        var promise =
                new Promise(announced.fileName(), announced.mediaType(), announced.size(), announced.sha256(), now);
        store.put(at(place, "announced.json"), Json.writeCanonical(promise), JSON);
        var put = puts.sign(at(place, "incoming"), headers(announced), now, validity);
        return new Invitation(put.url(), put.headers(), put.expiresAt());
    }

    /** All of them are signed, so that a store that follows the protocol takes nothing else. */
    private static Map<String, String> headers(Announced announced) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Length", String.valueOf(announced.size()));
        headers.put("Content-Type", announced.mediaType());
        if (announced.sha256() != null) {
            var digest = HexFormat.of().parseHex(announced.sha256());
            headers.put("x-amz-checksum-sha256", Base64.getEncoder().encodeToString(digest));
        }
        return headers;
    }

    @Override
    public Arrival receive(Place place, InputStream content) throws IOException {
        var here = find(place);
        if (here.isPresent()) {
            return new Staged(here.get());
        }
        var promise = read(at(place, "announced.json"), Promise.class);
        return promise.isEmpty() ? new Unknown() : receive(place, promise.get(), content);
    }

    private Arrival receive(Place place, Promise promise, InputStream content) throws IOException {
        var spool = Files.createTempFile("staged", null);
        try {
            var spooled = Spooled.read(content, spool, promise.size());
            var measured = new Measured(spooled.size(), spooled.sha256());
            if (!measured.isAsPromised(promise)) {
                return new NotAsAnnounced(measured.wrong(promise));
            }
            var name = drawName();
            store.put(at(place, name), spool, BYTES);
            return keep(place, measured.kept(promise, name));
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    @Override
    public Arrival finish(Place place) {
        var here = find(place);
        if (here.isPresent()) {
            return new Staged(here.get());
        }
        return read(at(place, "announced.json"), Promise.class)
                .map(promise -> check(place, promise))
                .orElseGet(Unknown::new);
    }

    private Arrival check(Place place, Promise promise) {
        var size = store.facts(at(place, "incoming")).map(ObjectFacts::size);
        if (size.isEmpty()) {
            return find(place).<Arrival>map(Staged::new).orElseGet(NotArrived::new);
        }
        if (size.get() != promise.size()) {
            return refuse(place, "size");
        }
        var name = drawName();
        return store.copy(at(place, "incoming"), at(place, name)) ? check(place, promise, name) : finish(place);
    }

    /** Only the copy is believed: whoever holds the address may have changed the original since it was measured. */
    private Arrival check(Place place, Promise promise, String name) {
        var copied = measure(at(place, name), promise.size());
        if (!copied.isAsPromised(promise)) {
            store.delete(at(place, name));
            return refuse(place, copied.wrong(promise));
        }
        return keep(place, copied.kept(promise, name));
    }

    private Arrival refuse(Place place, String what) {
        store.delete(at(place, "incoming"));
        return new NotAsAnnounced(what);
    }

    /** The first one counts; what lost the race, and what is no longer needed, is removed. */
    private Arrival keep(Place place, Kept kept) {
        boolean first = store.createIfAbsent(at(place, "file.json"), Json.writeCanonical(kept), JSON);
        var counts = first ? kept : kept(place).orElseThrow(() -> lost(place));
        if (!counts.content().equals(kept.content())) {
            store.delete(at(place, kept.content()));
        }
        store.delete(at(place, "incoming"));
        return new Staged(file(place, counts));
    }

    private static ObjectStoreUnavailable lost(Place place) {
        return new ObjectStoreUnavailable("a staged file is there and cannot be read; " + place.file(), null);
    }

    /** Reads no more than one byte beyond what is expected. */
    private Measured measure(String key, long expected) {
        var object = store.open(key).orElseThrow(() -> new ObjectStoreUnavailable("a copy has vanished", null));
        try (object) {
            return Measured.of(object.body(), expected);
        } catch (IOException e) {
            throw new ObjectStoreUnavailable("Reading a staged file broke off; try again.", e);
        }
    }

    private record Measured(long size, String sha256) {
        static Measured of(InputStream content, long expected) throws IOException {
            var counted = new CountedStream(content, expected);
            try (var nowhere = OutputStream.nullOutputStream()) {
                var digest = Sha256.whileCopying(counted, nowhere);
                return new Measured(counted.count(), digest.hex());
            }
        }

        String wrong(Promise promise) {
            return size == promise.size() ? "sha256" : "size";
        }

        Kept kept(Promise promise, String name) {
            return new Kept(promise.fileName(), promise.mediaType(), size, sha256, promise.begunAt(), name);
        }

        boolean isAsPromised(Promise promise) {
            return size == promise.size()
                    && (promise.sha256() == null || promise.sha256().equals(sha256));
        }
    }

    @Override
    public Optional<StagedFile> find(Place place) {
        return kept(place).map(kept -> file(place, kept));
    }

    @Override
    public boolean fetch(StagedFile file, Path to) throws IOException {
        var object = kept(file.place()).flatMap(kept -> store.open(at(file.place(), kept.content())));
        if (object.isEmpty()) {
            return false;
        }
        try (var opened = object.get()) {
            Files.copy(opened.body(), to, StandardCopyOption.REPLACE_EXISTING);
            return true;
        }
    }

    private Optional<Kept> kept(Place place) {
        return read(at(place, "file.json"), Kept.class);
    }

    @Override
    public List<StagedFile> list(Owner owner) {
        var prefix = FOLDER + owner.value() + "/";
        try (var keys = store.list(prefix)) {
            return keys.filter(key -> key.endsWith("/file.json"))
                    .map(key -> key.substring(prefix.length(), key.length() - "/file.json".length()))
                    .flatMap(id -> FileId.parse(id).stream())
                    .flatMap(id -> find(new Place(owner, id)).stream())
                    .sorted(Comparator.comparing(StagedFile::begunAt))
                    .toList();
        }
    }

    @Override
    public void renew(StagedFile file) {
        kept(file.place()).ifPresent(kept -> store.put(at(file.place(), "file.json"), Json.writeCanonical(kept), JSON));
    }

    @Override
    public void remove(Place place) {
        try (var keys = store.list(at(place, ""))) {
            keys.toList().forEach(store::delete);
        }
    }

    @Override
    public Optional<ObjectRef> claim(StagedFile file, SubmissionId submission, int version, int ordinal) {
        claims.note(submission, name(file.place()));
        var key = ObjectStoreAttachments.key(submission, version, ordinal, file.sha256());
        return kept(file.place())
                .filter(kept -> kept.sha256().equals(file.sha256()))
                .filter(kept -> store.copy(at(file.place(), kept.content()), key))
                .map(kept -> new ObjectRef(bucket, key, kept.sha256(), kept.size()));
    }

    @Override
    public int sweep(Instant before) {
        var sweep = new Sweep(store, before);
        try (var facts = store.listFacts(FOLDER)) {
            facts.forEach(sweep::look);
        }
        claims.sweep(before);
        return sweep.finish();
    }

    private static StagedFile file(Place place, Kept kept) {
        return new StagedFile(
                place, new OfferedFile(kept.fileName(), kept.mediaType(), kept.size()), kept.sha256(), kept.begunAt());
    }

    private <T> Optional<T> read(String key, Class<T> type) {
        return store.get(key).map(bytes -> {
            try {
                return Json.mapper().readValue(bytes, type);
            } catch (IOException e) {
                throw new UncheckedIOException("what is noted of a staged file is damaged; " + key, e);
            }
        });
    }

    private String drawName() {
        byte[] bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        return CHECKED + HexFormat.of().formatHex(bytes);
    }

    private static String at(Place place, String name) {
        return folder(name(place)) + name;
    }

    private static String name(Place place) {
        return place.owner().value() + "/" + place.file().value();
    }

    /** Where lies what {@link Claims} name. */
    static String folder(String name) {
        return FOLDER + name + "/";
    }
}
