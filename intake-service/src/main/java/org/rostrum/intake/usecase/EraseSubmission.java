package org.rostrum.intake.usecase;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ErasureGround;
import org.rostrum.contracts.Reference;
import org.rostrum.intake.domain.Author;
import org.rostrum.intake.domain.SubmissionErasure;
import org.rostrum.intake.usecase.Erasures.Noted;
import org.rostrum.intake.usecase.EventLog.LogUnavailable;
import org.rostrum.intake.usecase.Submissions.ProjectionUnavailable;
import org.rostrum.intake.usecase.TryAgainLater.Kept;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/**
 * Erases a submission for good, on the word of staff. Its note is the commit point: from then on it is erased, and whatever
 * breaks off afterwards is finished by {@link #finishAll}. What was written goes first, also while the log is away. Every
 * step may be repeated, by anyone, at any time.
 */
public final class EraseSubmission {
    private static final Logger LOG = Logger.getLogger(EraseSubmission.class);

    private final OpenSubmission open;
    private final Manifests manifests;
    private final Erasures erasures;
    private final Remains remains;
    private final Submissions submissions;
    private final AnnounceReceived announce;
    private final Clock clock;
    private final Set<Reference> unfinished = ConcurrentHashMap.newKeySet();

    public EraseSubmission(
            OpenSubmission open,
            Manifests manifests,
            Erasures erasures,
            Remains remains,
            Submissions submissions,
            AnnounceReceived announce,
            Clock clock) {
        this.open = open;
        this.manifests = manifests;
        this.erasures = erasures;
        this.remains = remains;
        this.submissions = submissions;
        this.announce = announce;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {}

    /**
     * It is erased.
     *
     * @param repeated if it was before; then that erasure stands, with its ground and its author
     * @param isComplete false if a part of the system did not answer: what is left is removed as soon as it does
     */
    public record Erased(SubmissionErasure erasure, boolean repeated, boolean isComplete) implements Outcome {}

    public record Unknown() implements Outcome {}

    /** What staff see before they erase: nothing of what was written. */
    public sealed interface Found {}

    public record Standing(SubmissionHistory history) implements Found {}

    public record Before(SubmissionErasure erasure) implements Found {}

    /** Empty for a reference that nothing has; throws {@link TryAgainLater} if the store did not answer. */
    public Optional<Found> find(String typedReference) {
        return Reference.parse(typedReference).flatMap(this::find);
    }

    private Optional<Found> find(Reference reference) {
        try {
            var before = erasures.find(reference);
            return before.isPresent()
                    ? before.map(Before::new)
                    : open.read(reference).map(Standing::new);
        } catch (ObjectStoreUnavailable e) {
            throw new TryAgainLater(Kept.NOTHING, e);
        }
    }

    /** Throws {@link TryAgainLater} if the store did not take the note: then perhaps nothing has happened. */
    public Outcome erase(String typedReference, ErasureGround ground, @Nullable String fileNumber, Author by) {
        return switch (find(typedReference).orElse(null)) {
            case null -> new Unknown();
            case Before(SubmissionErasure erasure) -> new Erased(erasure, true, isFinished(erasure));
            case Standing(SubmissionHistory history) -> {
                var wanted = wanted(history, ground, fileNumber, by);
                var stored = commit(wanted);
                yield new Erased(stored, !stored.equals(wanted), isFinished(stored));
            }
        };
    }

    private SubmissionErasure wanted(
            SubmissionHistory history, ErasureGround ground, @Nullable String fileNumber, Author by) {
        var manifest = history.latest().manifest();
        return new SubmissionErasure(
                SubmissionErasure.SCHEMA,
                manifest.submission(),
                manifest.reference(),
                manifest.consultation(),
                manifest.round(),
                manifest.version(),
                ground,
                fileNumber,
                by,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private SubmissionErasure commit(SubmissionErasure wanted) {
        try {
            return erasures.createOrFind(wanted);
        } catch (ObjectStoreUnavailable e) {
            throw new TryAgainLater(Kept.UNKNOWN, e);
        }
    }

    private boolean isFinished(SubmissionErasure erasure) {
        try {
            finish(erasure);
            return true;
        } catch (LogUnavailable | ObjectStoreUnavailable | ProjectionUnavailable e) {
            unfinished.add(erasure.reference());
            LOG.warnf("An erasure waits to be finished; reference=%s reason=%s", erasure.reference(), e.getMessage());
            return false;
        }
    }

    private void finish(SubmissionErasure erasure) {
        manifests.blotOut(erasure.mark());
        announce.announce(Announcement.of(erasure));
        remains.remove(erasure.mark());
        submissions.forget(erasure.submission());
        erasures.complete(erasure.reference(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        unfinished.remove(erasure.reference());
    }

    /**
     * Finishes what this process could not.
     *
     * @return how many were finished
     */
    public int finishOwn() {
        return (int) unfinished.stream().filter(this::isFinished).count();
    }

    /**
     * Finishes what any process left behind, and has the projection forget what it may have read again from the log.
     *
     * @return how many were finished
     */
    public int finishAll() {
        var all = erasures.all();
        all.stream().filter(Noted::isComplete).forEach(noted -> forget(noted.reference()));
        return (int) all.stream()
                .filter(noted -> !noted.isComplete())
                .map(Noted::reference)
                .filter(this::isFinished)
                .count();
    }

    private void forget(Reference reference) {
        try {
            erasures.find(reference).map(SubmissionErasure::submission).ifPresent(submissions::forget);
        } catch (ProjectionUnavailable e) {
            LOG.debugf("The projection is away and forgets later; reference=%s", reference);
        }
    }

    private boolean isFinished(Reference reference) {
        return erasures.find(reference).filter(this::isFinished).isPresent();
    }
}
