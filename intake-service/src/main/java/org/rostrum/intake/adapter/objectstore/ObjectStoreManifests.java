package org.rostrum.intake.adapter.objectstore;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    private static final Pattern KEY = Pattern.compile("submissions/([^/]+)/([0-9]{1,5})/manifest\\.json");

    private final ObjectStore store;
    private final String bucket;

    public ObjectStoreManifests(ObjectStore store, String bucket) {
        this.store = store;
        this.bucket = bucket;
    }

    @Override
    public Optional<StoredManifest> find(ManifestKey key) {
        return store.get(path(key)).map(bytes -> new StoredManifest(read(bytes), ref(key, bytes)));
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
        return store.list(FOLDER)
                .map(KEY::matcher)
                .filter(Matcher::matches)
                .map(match -> new ManifestKey(new Reference(match.group(1)), Integer.parseInt(match.group(2))));
    }

    private static String path(ManifestKey key) {
        return FOLDER + key.reference() + "/" + key.version() + "/manifest.json";
    }

    private ObjectRef ref(ManifestKey key, byte[] bytes) {
        return new ObjectRef(bucket, path(key), Fingerprint.of(bytes), bytes.length);
    }

    private static SubmissionManifest read(byte[] bytes) {
        try {
            return Json.mapper().readValue(bytes, SubmissionManifest.class);
        } catch (IOException e) {
            throw new IllegalStateException("a manifest in the store is damaged; restore it from a backup", e);
        }
    }
}
