package org.rostrum.intake.usecase;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.intake.domain.ErasedSubmission;

/**
 * Manifests of which this process remembers the small ones that it wrote last: a moment later their mails are due, and in a
 * rush reading each back would cost the store as much as writing it. A manifest changes only by an erasure: one in this
 * process is forgotten at once, one that another process erased after a minute.
 */
public final class RecentManifests implements Manifests {
    private static final int MOST = 1_000;
    private static final int LARGEST_BYTES = 8 * 1024;
    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    private final Manifests store;
    private final Clock clock;
    private final int most;
    private final long largestBytes;
    private final SequencedMap<ManifestKey, StoredManifest> recent = new LinkedHashMap<>();

    public RecentManifests(Manifests store, Clock clock) {
        this(store, clock, MOST, LARGEST_BYTES);
    }

    RecentManifests(Manifests store, Clock clock, int most, long largestBytes) {
        this.store = store;
        this.clock = clock;
        this.most = most;
        this.largestBytes = largestBytes;
    }

    @Override
    public Optional<Occupant> look(ManifestKey key) {
        return remembered(key).<Occupant>map(stored -> stored).or(() -> store.look(key));
    }

    private Optional<StoredManifest> remembered(ManifestKey key) {
        synchronized (recent) {
            return Optional.ofNullable(recent.get(key)).filter(this::isRecent);
        }
    }

    private boolean isRecent(StoredManifest stored) {
        return clock.instant().isBefore(stored.manifest().receivedAt().plus(A_MOMENT));
    }

    @Override
    public void blotOut(ErasedSubmission mark) {
        store.blotOut(mark);
        synchronized (recent) {
            recent.keySet().removeIf(key -> key.reference().equals(mark.reference()));
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
