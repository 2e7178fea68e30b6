package org.rostrum.intake.usecase;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.rostrum.intake.usecase.EventLog.LogUnavailable;
import org.rostrum.intake.usecase.Manifests.StoredManifest;

/**
 * Tells the other services of a version, a withdrawal or a dispute. The event's id follows from the submission, so telling twice is harmless;
 * this class only avoids most repetition: concurrent callers share one append, and what was confirmed lately is not told
 * again. What was not confirmed is remembered for {@link ReconcileRecords}.
 */
public final class AnnounceReceived {
    private static final int CONFIRMED = 10_000;
    private static final int UNCONFIRMED = 100_000;

    private final EventLog log;
    private final Set<String> confirmed =
            Collections.newSetFromMap(Collections.synchronizedMap(new Latest<>(CONFIRMED)));
    private final Map<String, RecordKey> unconfirmed = Collections.synchronizedMap(new Latest<>(UNCONFIRMED));
    private final Map<String, CompletableFuture<Boolean>> underWay = new ConcurrentHashMap<>();

    public AnnounceReceived(EventLog log) {
        this.log = log;
    }

    /** Returns once the log has it; throws {@link LogUnavailable} if the log did not confirm. */
    public void announce(StoredManifest stored) {
        announce(Announcement.of(stored));
    }

    /** As {@link #announce(StoredManifest)}. */
    void announce(Announcement announcement) {
        var eventId = announcement.eventId();
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
            append(announcement);
            mine.complete(true);
        } catch (LogUnavailable e) {
            unconfirmed.put(eventId, announcement.key());
            mine.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(eventId);
            mine.complete(false);
        }
    }

    /** For something whose record is not in the log: a broker may lose what it had confirmed. */
    void announceAgain(Announcement announcement) {
        confirmed.remove(announcement.eventId());
        announce(announcement);
    }

    /** What this process wrote to the store and could not announce; by name, for manifests are large. */
    List<RecordKey> unconfirmed() {
        synchronized (unconfirmed) {
            return List.copyOf(unconfirmed.values());
        }
    }

    private void append(Announcement announcement) {
        log.append(announcement.eventId(), announcement.time(), announcement.event());
        confirmed.add(announcement.eventId());
        unconfirmed.remove(announcement.eventId());
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

    /** Forgets its oldest entry when full, so that memory stays bounded. */
    private static final class Latest<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1L;

        private final int most;

        Latest(int most) {
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > most;
        }
    }
}
