package org.rostrum.intake.adapter.objectstore;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.intake.domain.ErasedSubmission;
import org.rostrum.intake.domain.Fingerprint;
import org.rostrum.intake.usecase.Manifests;
import org.rostrum.intake.usecase.RecordKey;
import org.rostrum.platform.objectstore.ObjectStore;

/** Manifests as canonical JSON under {@code submissions/{reference}/{version}/manifest.json}. */
public final class ObjectStoreManifests implements Manifests {
    private static final Logger LOG = Logger.getLogger(ObjectStoreManifests.class);

    private static final String JSON = "application/json";
    private static final byte[] NOTHING = new byte[0];

    private final ObjectStore store;
    private final String bucket;

    public ObjectStoreManifests(ObjectStore store, String bucket) {
        this.store = store;
        this.bucket = bucket;
    }

    @Override
    public Optional<Occupant> look(ManifestKey key) {
        return store.get(StoredPaths.of(key)).map(bytes -> occupant(key, bytes));
    }

    private Occupant occupant(ManifestKey key, byte[] bytes) {
        var manifest = read(key, bytes, SubmissionManifest.class);
        return ErasedSubmission.SCHEMA.equals(manifest.schema())
                ? new ErasedManifest(read(key, bytes, ErasedSubmission.class))
                : new StoredManifest(manifest, ref(key, bytes));
    }

    @Override
    public Optional<StoredManifest> create(SubmissionManifest manifest) {
        var key = new ManifestKey(manifest.reference(), manifest.version());
        byte[] bytes = Json.writeCanonical(manifest);
        return store.createIfAbsent(StoredPaths.of(key), bytes, JSON)
                ? Optional.of(new StoredManifest(manifest, ref(key, bytes)))
                : Optional.empty();
    }

    @Override
    public void blotOut(ErasedSubmission mark) {
        byte[] blot = Json.writeCanonical(mark);
        byte[] end = Json.writeCanonical(mark.ofFreePlace());
        for (int version = 1; !store.createIfAbsent(manifest(mark, version), end, JSON); version++) {
            var there = store.get(manifest(mark, version)).orElse(NOTHING);
            if (Arrays.equals(there, end)) {
                return;
            }
            if (!Arrays.equals(there, blot)) {
                store.put(manifest(mark, version), blot, JSON);
            }
        }
    }

    private static String manifest(ErasedSubmission mark, int version) {
        return StoredPaths.of(new ManifestKey(mark.reference(), version));
    }

    @Override
    public Stream<RecordKey> keys() {
        var strays = new AtomicInteger();
        return store.list(StoredPaths.FOLDER)
                .map(StoredPaths::parse)
                .peek(key -> strays.addAndGet(key.isPresent() ? 0 : 1))
                .flatMap(Optional::stream)
                .onClose(() -> warn(strays.get()));
    }

    private static void warn(int strays) {
        if (strays > 0) {
            LOG.warnf("Objects among the manifests are none and were passed over; count=%d", strays);
        }
    }

    private ObjectRef ref(ManifestKey key, byte[] bytes) {
        return new ObjectRef(bucket, StoredPaths.of(key), Fingerprint.of(bytes), bytes.length);
    }

    private static <T> T read(ManifestKey key, byte[] bytes, Class<T> type) {
        try {
            return Json.mapper().readValue(bytes, type);
        } catch (IOException e) {
            throw new Damaged(key, e);
        }
    }
}
