package org.rostrum.intake.adapter.objectstore;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.intake.domain.Fingerprint;
import org.rostrum.intake.usecase.Manifests;
import org.rostrum.platform.objectstore.ObjectStore;

/** Manifests as canonical JSON under {@code submissions/{reference}/{version}/manifest.json}. */
public final class ObjectStoreManifests implements Manifests {
    private static final String FOLDER = "submissions/";
    private static final Logger LOG = Logger.getLogger(ObjectStoreManifests.class);
    private static final Pattern KEY = Pattern.compile("submissions/([^/]+)/([0-9]{1,5})/manifest\\.json");

    private final ObjectStore store;
    private final String bucket;

    public ObjectStoreManifests(ObjectStore store, String bucket) {
        this.store = store;
        this.bucket = bucket;
    }

    @Override
    public Optional<StoredManifest> find(ManifestKey key) {
        return store.get(path(key)).map(bytes -> new StoredManifest(read(key, bytes), ref(key, bytes)));
    }

    @Override
    public Optional<StoredManifest> create(SubmissionManifest manifest) {
        var key = new ManifestKey(manifest.reference(), manifest.version());
        byte[] bytes = Json.writeCanonical(manifest);
        return store.createIfAbsent(path(key), bytes, "application/json")
                ? Optional.of(new StoredManifest(manifest, ref(key, bytes)))
                : Optional.empty();
    }

    @Override
    public Stream<ManifestKey> keys() {
        var strays = new AtomicInteger();
        return store.list(FOLDER)
                .map(ObjectStoreManifests::parse)
                .peek(key -> strays.addAndGet(key.isPresent() ? 0 : 1))
                .flatMap(Optional::stream)
                .onClose(() -> warn(strays.get()));
    }

    private static Optional<ManifestKey> parse(String path) {
        return Optional.of(KEY.matcher(path))
                .filter(Matcher::matches)
                .flatMap(match -> Reference.parse(match.group(1))
                        .map(reference -> new ManifestKey(reference, Integer.parseInt(match.group(2)))))
                .filter(key -> path(key).equals(path));
    }

    private static void warn(int strays) {
        if (strays > 0) {
            LOG.warnf("Objects among the manifests are none and were passed over; count=%d", strays);
        }
    }

    private static String path(ManifestKey key) {
        return FOLDER + key.reference() + "/" + key.version() + "/manifest.json";
    }

    private ObjectRef ref(ManifestKey key, byte[] bytes) {
        return new ObjectRef(bucket, path(key), Fingerprint.of(bytes), bytes.length);
    }

    private static SubmissionManifest read(ManifestKey key, byte[] bytes) {
        try {
            return Json.mapper().readValue(bytes, SubmissionManifest.class);
        } catch (IOException e) {
            throw new Damaged(key, e);
        }
    }
}
