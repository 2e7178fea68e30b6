package org.rostrum.intake.usecase;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.rostrum.contracts.SubmissionEvent;
import org.rostrum.contracts.SubmissionEvent.AuthorshipDisputed;
import org.rostrum.contracts.SubmissionEvent.SubmissionErased;
import org.rostrum.contracts.SubmissionEvent.SubmissionWithdrawn;
import org.rostrum.contracts.SubmissionEvent.VersionAcknowledged;
import org.rostrum.intake.usecase.EventLog.LogUnavailable;
import org.rostrum.intake.usecase.Manifests.Damaged;
import org.rostrum.intake.usecase.Manifests.ManifestKey;
import org.rostrum.intake.usecase.ReceivedRecords.Position;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/**
 * Makes sure that every manifest, withdrawal, dispute and erasure has its record. Two rounds: often, what this process could not announce; at start and
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
    private final Withdrawals withdrawals;
    private final Disputes disputes;
    private final Erasures erasures;

    public ReconcileRecords(
            Manifests manifests,
            Withdrawals withdrawals,
            Disputes disputes,
            Erasures erasures,
            ReceivedRecords records,
            AnnounceReceived announce) {
        this.manifests = manifests;
        this.withdrawals = withdrawals;
        this.disputes = disputes;
        this.erasures = erasures;
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

    private List<RecordKey> missing(Set<Long> seen) {
        var missing = new ArrayList<RecordKey>();
        try (var keys = manifests.keys()) {
            keys.filter(key -> !seen.contains(packed(key))).forEach(missing::add);
        }
        erasures.all().stream()
                .map(noted -> new RecordKey.OfErasure(noted.reference()))
                .filter(key -> !seen.contains(packed(key)))
                .forEach(missing::add);
        return missing;
    }

    private int announce(List<RecordKey> missing) {
        return missing.stream()
                .mapToInt(key -> announce(key, announce::announceAgain))
                .sum();
    }

    /** One damaged manifest must not keep the others waiting. */
    private int announce(RecordKey key, Consumer<Announcement> announcing) {
        try {
            var found = announcement(key);
            found.ifPresent(announcing);
            return found.isPresent() ? 1 : 0;
        } catch (Damaged | UncheckedIOException e) {
            LOG.errorf("A stored record is damaged and was not announced; restore it; reference=%s", key.reference());
            return 0;
        }
    }

    /** Empty for what was erased meanwhile, which must not come back. */
    private Optional<Announcement> announcement(RecordKey key) {
        return switch (key) {
            case ManifestKey manifest -> manifests.find(manifest).map(Announcement::of);
            case RecordKey.OfWithdrawal withdrawal ->
                withdrawals.find(withdrawal.reference()).map(Announcement::of);
            case RecordKey.OfDispute dispute ->
                disputes.find(dispute.reference()).map(Announcement::of);
            case RecordKey.OfErasure erasure ->
                erasures.find(erasure.reference()).map(Announcement::of);
        };
    }

    private static long packed(SubmissionEvent event) {
        return switch (event) {
            case VersionAcknowledged version -> packed(new ManifestKey(version.reference(), version.version()));
            case SubmissionWithdrawn withdrawn -> packed(new RecordKey.OfWithdrawal(withdrawn.reference()));
            case AuthorshipDisputed disputed -> packed(new RecordKey.OfDispute(disputed.reference()));
            case SubmissionErased erased -> packed(new RecordKey.OfErasure(erased.reference()));
        };
    }

    /** Exact, not a hash: nine characters in base 36 take 47 bits, what it is the other 17. */
    private static long packed(RecordKey key) {
        var data = key.reference().value().replace("-", "").substring(0, 9);
        return Long.parseLong(data, Character.MAX_RADIX) << 17 | which(key);
    }

    private static int which(RecordKey key) {
        return switch (key) {
            case ManifestKey manifest -> manifest.version() & 0xFFFF;
            case RecordKey.OfWithdrawal withdrawal -> 0x10000;
            case RecordKey.OfDispute dispute -> 0x10001;
            case RecordKey.OfErasure erasure -> 0x10002;
        };
    }
}
