package org.rostrum.intake.usecase;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.rostrum.contracts.SubmissionManifest;

/**
 * Manifests of which this process remembers the small ones that it wrote last: a moment later their mails are due, and in a
 * rush reading each back would cost the store as much as writing it. A manifest never changes, so none is ever out of date.
 */
public final class RecentManifests implements Manifests {
    private static final int MOST = 1_000;
    private static final int LARGEST_BYTES = 8 * 1024;

    private final Manifests store;
    private final int most;
    private final long largestBytes;
    private final SequencedMap<ManifestKey, StoredManifest> recent = new LinkedHashMap<>();

    public RecentManifests(Manifests store) {
        this(store, MOST, LARGEST_BYTES);
    }

    RecentManifests(Manifests store, int most, long largestBytes) {
        this.store = store;
        this.most = most;
        this.largestBytes = largestBytes;
    }

    @Override
    public Optional<StoredManifest> find(ManifestKey key) {
        return remembered(key).or(() -> store.find(key));
    }

    private Optional<StoredManifest> remembered(ManifestKey key) {
        synchronized (recent) {
            return Optional.ofNullable(recent.get(key));
        }
    }

    @Override
    public Optional<StoredManifest> create(SubmissionManifest manifest) {
        var created = store.create(manifest);
        created.filter(stored -> stored.object().size() <= largestBytes).ifPresent(this::remember);
        return created;
    }

    private void remember(StoredManifest stored) {
        var manifest = stored.manifest();
        synchronized (recent) {
            recent.put(new ManifestKey(manifest.reference(), manifest.version()), stored);
            if (recent.size() > most) {
                recent.pollFirstEntry();
            }
        }
    }

    @Override
    public Stream<RecordKey> keys() {
        return store.keys();
    }
}
