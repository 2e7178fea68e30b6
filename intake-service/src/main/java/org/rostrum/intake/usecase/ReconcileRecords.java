package org.rostrum.intake.usecase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.rostrum.contracts.SubmissionEvent;
import org.rostrum.intake.usecase.EventLog.LogUnavailable;
import org.rostrum.intake.usecase.Manifests.Damaged;
import org.rostrum.intake.usecase.Manifests.ManifestKey;
import org.rostrum.intake.usecase.Manifests.StoredManifest;
import org.rostrum.intake.usecase.ReceivedRecords.Position;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/**
 * Makes sure that every manifest has its record. Two rounds: often, what this process could not announce; at start and
 * seldom, a comparison of the whole store with the whole log, which also heals a broker that lost its unflushed tail.
 *
 * <p>The comparison costs one listing request per thousand manifests, one read of {@code submissions.v1}, and about 100 bytes
 * of memory per submission while it runs. It touches no manifest but those whose record is missing.
 */
public final class ReconcileRecords {
    private static final Logger LOG = Logger.getLogger(ReconcileRecords.class);

    private final Manifests manifests;
    private final ReceivedRecords records;
    private final AnnounceReceived announce;

    public ReconcileRecords(Manifests manifests, ReceivedRecords records, AnnounceReceived announce) {
        this.manifests = manifests;
        this.records = records;
        this.announce = announce;
    }

    /**
     * Announces what an earlier attempt of this process could not, until the log fails again.
     *
     * @return how many were announced
     */
    public int retryUnconfirmed() {
        int announced = 0;
        for (var key : announce.unconfirmed()) {
            try {
                announced += announce(key, announce::announce);
            } catch (LogUnavailable | ObjectStoreUnavailable e) {
                return announced;
            }
        }
        return announced;
    }

    /**
     * Compares all manifests with all records and announces those that have none.
     *
     * @return how many were announced
     */
    public int compareAll() {
        Set<Long> seen = new HashSet<>();
        var position = records.read(Position.BEGINNING, event -> seen.add(packed(event)));
        var missing = missing(seen);
        if (missing.isEmpty()) {
            return 0;
        }
        // What arrived while the store was listed has its record by now, or is being announced.
        records.read(position, event -> seen.add(packed(event)));
        return announce(
                missing.stream().filter(key -> !seen.contains(packed(key))).toList());
    }

    private List<ManifestKey> missing(Set<Long> seen) {
        var missing = new ArrayList<ManifestKey>();
        try (var keys = manifests.keys()) {
            keys.filter(key -> !seen.contains(packed(key))).forEach(missing::add);
        }
        return missing;
    }

    private int announce(List<ManifestKey> missing) {
        return missing.stream()
                .mapToInt(key -> announce(key, announce::announceAgain))
                .sum();
    }

    /** One damaged manifest must not keep the others waiting. */
    private int announce(ManifestKey key, Consumer<StoredManifest> announcement) {
        try {
            var found = manifests.find(key);
            found.ifPresent(announcement);
            return found.isPresent() ? 1 : 0;
        } catch (Damaged e) {
            LOG.errorf("A manifest is damaged and was not announced; restore it; reference=%s", key.reference());
            return 0;
        }
    }

    private static long packed(SubmissionEvent event) {
        return packed(new ManifestKey(event.reference(), event.version()));
    }

    /** Exact, not a hash: nine characters in base 36 take 47 bits, the version the other 17. */
    private static long packed(ManifestKey key) {
        var data = key.reference().value().replace("-", "").substring(0, 9);
        return Long.parseLong(data, Character.MAX_RADIX) << 17 | (key.version() & 0x1FFFF);
    }
}
