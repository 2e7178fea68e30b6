package org.rostrum.intake.usecase;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.rostrum.contracts.SubmissionEvent.SubmissionAmended;
import org.rostrum.contracts.SubmissionEvent.SubmissionReceived;
import org.rostrum.contracts.SubmissionEvent.VersionAcknowledged;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.intake.usecase.EventLog.LogUnavailable;
import org.rostrum.intake.usecase.Manifests.ManifestKey;
import org.rostrum.intake.usecase.Manifests.StoredManifest;

/**
 * Tells the other services of a manifest. The event's id follows from submission and version, so telling twice is harmless;
 * this class only avoids most repetition: concurrent callers share one append, and what was confirmed lately is not told
 * again. What was not confirmed is remembered for {@link ReconcileRecords}.
 */
public final class AnnounceReceived {
    private static final int REMEMBERED = 100_000;

    private final EventLog log;
    private final Set<String> confirmed = Collections.newSetFromMap(Collections.synchronizedMap(new Latest<>()));
    private final Map<String, ManifestKey> unconfirmed = Collections.synchronizedMap(new Latest<>());
    private final Map<String, CompletableFuture<Boolean>> underWay = new ConcurrentHashMap<>();

    public AnnounceReceived(EventLog log) {
        this.log = log;
    }

    /** Returns once the log has it; throws {@link LogUnavailable} if the log did not confirm. */
    public void announce(StoredManifest stored) {
        var eventId = eventId(stored.manifest());
        if (confirmed.contains(eventId)) {
            return;
        }
        var mine = new CompletableFuture<Boolean>();
        var earlier = underWay.putIfAbsent(eventId, mine);
        if (earlier != null) {
            await(earlier);
            return;
        }
        try {
            append(eventId, stored);
            mine.complete(true);
        } catch (LogUnavailable e) {
            unconfirmed.put(eventId, key(stored.manifest()));
            mine.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(eventId);
            mine.complete(false);
        }
    }

    /** For a manifest whose record is not in the log: a broker may lose what it had confirmed. */
    void announceAgain(StoredManifest stored) {
        confirmed.remove(eventId(stored.manifest()));
        announce(stored);
    }

    /** What this process wrote to the store and could not announce; by name, for manifests are large. */
    List<ManifestKey> unconfirmed() {
        synchronized (unconfirmed) {
            return List.copyOf(unconfirmed.values());
        }
    }

    private void append(String eventId, StoredManifest stored) {
        log.append(eventId, stored.manifest().receivedAt(), acknowledged(stored));
        confirmed.add(eventId);
        unconfirmed.remove(eventId);
    }

    private static void await(CompletableFuture<Boolean> other) {
        try {
            if (!other.join()) {
                throw new LogUnavailable("the append that this one waited for broke off", new IllegalStateException());
            }
        } catch (CompletionException e) {
            throw new LogUnavailable("the append that this one waited for failed", e);
        }
    }

    private static ManifestKey key(SubmissionManifest manifest) {
        return new ManifestKey(manifest.reference(), manifest.version());
    }

    private static String eventId(SubmissionManifest manifest) {
        return (manifest.version() == 1 ? "received-" : "amended-") + manifest.submission() + "-" + manifest.version();
    }

    private static VersionAcknowledged acknowledged(StoredManifest stored) {
        return stored.manifest().version() == 1 ? received(stored) : amended(stored);
    }

    private static SubmissionReceived received(StoredManifest stored) {
        var manifest = stored.manifest();
        return new SubmissionReceived(
                manifest.submission(),
                manifest.reference(),
                manifest.consultation(),
                manifest.round(),
                manifest.version(),
                manifest.kind(),
                manifest.publication(),
                stored.object(),
                manifest.attachments().size(),
                manifest.receivedAt(),
                manifest.flags());
    }

    private static SubmissionAmended amended(StoredManifest stored) {
        var manifest = stored.manifest();
        return new SubmissionAmended(
                manifest.submission(),
                manifest.reference(),
                manifest.consultation(),
                manifest.round(),
                manifest.version(),
                manifest.kind(),
                manifest.publication(),
                stored.object(),
                manifest.attachments().size(),
                manifest.receivedAt(),
                manifest.flags());
    }

    /** Forgets its oldest entry when full, so that memory stays bounded. */
    private static final class Latest<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > REMEMBERED;
        }
    }
}
