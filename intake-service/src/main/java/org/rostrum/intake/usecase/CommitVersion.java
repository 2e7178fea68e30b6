package org.rostrum.intake.usecase;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Channel;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.contracts.SubmissionManifest.Attachment;
import org.rostrum.intake.domain.ErasedSubmission;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.domain.SubmissionContent;
import org.rostrum.intake.usecase.Attachments.Kept;
import org.rostrum.intake.usecase.Attachments.Offered;
import org.rostrum.intake.usecase.EventLog.LogUnavailable;
import org.rostrum.intake.usecase.Manifests.ErasedManifest;
import org.rostrum.intake.usecase.Manifests.ManifestKey;
import org.rostrum.intake.usecase.Manifests.Occupant;
import org.rostrum.intake.usecase.Manifests.StoredManifest;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/**
 * Commits one version that was found right: stores its files, writes its manifest unless the place is taken, tells the log,
 * and only then hands out the receipt. Whatever takes submissions in, by whatever way, commits here. Every step may be
 * repeated, by anyone, at any time; every method throws {@link TryAgainLater} if the store or the log did not answer.
 */
public final class CommitVersion {
    private static final int FIRST_VERSION = 1;
    /** Nine characters of 31 hold 2.6e13 references: a second attempt is rare, a fourth means that something is broken. */
    private static final int REFERENCE_ATTEMPTS = 4;

    private final Manifests manifests;
    private final Attachments attachments;
    private final AnnounceReceived announce;
    private final IssueReceipt receipts;
    private final Identities identities;
    private final ContactSeals seals;

    public CommitVersion(
            Manifests manifests,
            Attachments attachments,
            AnnounceReceived announce,
            IssueReceipt receipts,
            Identities identities,
            ContactSeals seals) {
        this.manifests = manifests;
        this.attachments = attachments;
        this.announce = announce;
        this.receipts = receipts;
        this.identities = identities;
        this.seals = seals;
    }

    /**
     * How a version came in.
     *
     * @param at when all of it was here, on the server's clock, to the millisecond; stands on the receipt
     * @param flags all that intake noticed about it
     * @param begunAt when the last begun of its uploads began, if any came ahead of it
     */
    public record Arrival(
            Instant at,
            Channel channel,
            Set<SubmissionFlag> flags,
            @Nullable Instant begunAt) {
        public Arrival {
            at = at.truncatedTo(ChronoUnit.MILLIS);
            begunAt = begunAt == null ? null : begunAt.truncatedTo(ChronoUnit.MILLIS);
            flags = Set.copyOf(flags);
        }
    }

    /** A file and the SHA-256 of its content. */
    public record Fingerprinted(Offered file, String sha256) {}

    /**
     * A version that only lacks its place.
     *
     * @param requestDigest recognises its repetition
     * @param files in their order
     */
    public record Candidate(
            SubmissionId submission,
            ConsultationId consultation,
            RoundId round,
            String requestDigest,
            SubmissionContent content,
            List<Fingerprinted> files,
            Arrival arrival) {
        public Candidate {
            files = List.copyOf(files);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {}

    /** Stored and recorded; {@code repeated} if the same had been acknowledged before. */
    public record Committed(Receipt receipt, boolean repeated) implements Outcome {}

    /** Something else stands in its place, and nothing of it was kept. */
    public record PlaceTaken(StoredManifest by) implements Outcome {}

    /** It was erased; nothing of what came was kept. */
    public record Gone(ErasedSubmission submission) implements Outcome {}

    /** Commits it as the first version, under the first reference that is free for it. */
    public Outcome first(Candidate candidate) {
        var known = candidate.files().isEmpty()
                ? Optional.<Occupant>empty()
                : standing(candidate.submission()); // spares a repetition the uploads
        if (known.isPresent()) {
            return occupied(candidate, known.get(), List.of());
        }
        var files = storeFiles(candidate, FIRST_VERSION);
        for (int attempt = 0; attempt < REFERENCE_ATTEMPTS; attempt++) {
            var reference = identities.reference(candidate.submission(), attempt);
            var place = createOrFind(manifest(candidate, new Place(reference, FIRST_VERSION, null), files));
            if (place instanceof Created(StoredManifest mine)) {
                return acknowledge(mine, false);
            }
            if (place instanceof Taken(Occupant by) && by.submission().equals(candidate.submission())) {
                return occupied(candidate, by, files);
            }
        }
        throw new IllegalStateException("no free reference was found; the key for ids may have been changed");
    }

    /** Commits it as the version after that one; {@link PlaceTaken} if another came in between. */
    public Outcome after(StoredManifest earlier, Candidate candidate) {
        var before = earlier.manifest();
        var place = new Place(
                before.reference(), before.version() + 1, earlier.object().sha256());
        var files = storeFiles(candidate, place.version());
        return switch (createOrFind(manifest(candidate, place, files))) {
            case Created(StoredManifest mine) -> acknowledge(mine, false);
            case Taken(Occupant by) -> occupied(candidate, by, files);
        };
    }

    /** The first version of a submission, if it was ever committed and not erased. */
    public Optional<StoredManifest> first(SubmissionId submission) {
        return standing(submission).filter(StoredManifest.class::isInstance).map(StoredManifest.class::cast);
    }

    /** What is known of a submission that was erased. */
    public Optional<ErasedSubmission> erased(SubmissionId submission) {
        return standing(submission)
                .filter(ErasedManifest.class::isInstance)
                .map(occupant -> ((ErasedManifest) occupant).mark());
    }

    /** What stands in the first place of a submission, if it was ever committed. */
    Optional<Occupant> standing(SubmissionId submission) {
        return reach(() -> IntStream.range(0, REFERENCE_ATTEMPTS)
                .mapToObj(attempt ->
                        manifests.look(new ManifestKey(identities.reference(submission, attempt), FIRST_VERSION)))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .filter(occupant -> occupant.submission().equals(submission))
                .findFirst());
    }

    /** Gives the receipt of what is stored, once the log has it too. */
    public Committed acknowledge(StoredManifest stored, boolean repeated) {
        try {
            announce.announce(stored);
        } catch (LogUnavailable e) {
            throw new TryAgainLater(TryAgainLater.Kept.MANIFEST, e);
        }
        return new Committed(receipts.issue(stored), repeated);
    }

    /** The fingerprints of files, in their order. */
    public List<Fingerprinted> fingerprinted(List<? extends Offered> files) {
        return files.stream()
                .map(file -> new Fingerprinted(file, attachments.fingerprint(file)))
                .toList();
    }

    private Outcome occupied(Candidate candidate, Occupant by, List<Attachment> files) {
        return switch (by) {
            case StoredManifest stored -> repeatedOrTaken(candidate, stored, files);
            case ErasedManifest(ErasedSubmission mark) -> {
                discardUnlessUsed(candidate, files, List.of());
                yield new Gone(mark);
            }
        };
    }

    private Outcome repeatedOrTaken(Candidate candidate, StoredManifest stored, List<Attachment> files) {
        if (stored.manifest().requestDigest().equals(candidate.requestDigest())) {
            return acknowledge(stored, true);
        }
        var used =
                stored.manifest().attachments().stream().map(Attachment::object).toList();
        discardUnlessUsed(candidate, files, used);
        return new PlaceTaken(stored);
    }

    private void discardUnlessUsed(Candidate candidate, List<Attachment> files, List<ObjectRef> used) {
        IntStream.range(0, files.size())
                .filter(i -> !(candidate.files().get(i).file() instanceof Kept))
                .mapToObj(i -> files.get(i).object())
                .filter(object -> !used.contains(object))
                .forEach(attachments::discard);
    }

    /** What came of trying to take a place. */
    private sealed interface Attempt {}

    private record Created(StoredManifest mine) implements Attempt {}

    private record Taken(Occupant by) implements Attempt {}

    private Attempt createOrFind(SubmissionManifest manifest) {
        try {
            var created = manifests.create(manifest);
            return created.<Attempt>map(Created::new).orElseGet(() -> taken(manifest));
        } catch (ObjectStoreUnavailable e) {
            throw new TryAgainLater(TryAgainLater.Kept.UNKNOWN, e);
        }
    }

    private Taken taken(SubmissionManifest wanted) {
        return manifests
                .look(new ManifestKey(wanted.reference(), wanted.version()))
                .map(Taken::new)
                .orElseThrow(() -> new ObjectStoreUnavailable("a manifest is there and cannot be read", null));
    }

    private List<Attachment> storeFiles(Candidate candidate, int version) {
        return reach(() -> IntStream.range(0, candidate.files().size())
                .mapToObj(
                        i -> store(candidate, version, i + 1, candidate.files().get(i)))
                .toList());
    }

    private Attachment store(Candidate candidate, int version, int ordinal, Fingerprinted each) {
        ObjectRef object = attachments.store(candidate.submission(), version, ordinal, each.sha256(), each.file());
        var described = each.file().file();
        return new Attachment(ordinal, described.fileName(), described.mediaType(), object);
    }

    private static <T> T reach(Supplier<T> store) {
        try {
            return store.get();
        } catch (ObjectStoreUnavailable e) {
            throw new TryAgainLater(TryAgainLater.Kept.NOTHING, e);
        }
    }

    /** Where a version goes; {@code previous} is the SHA-256 of the manifest before it. */
    private record Place(
            Reference reference, int version, @Nullable String previous) {}

    private SubmissionManifest manifest(Candidate candidate, Place place, List<Attachment> files) {
        var content = candidate.content();
        var arrival = candidate.arrival();
        return new SubmissionManifest(
                SubmissionManifest.SCHEMA,
                candidate.submission(),
                place.reference(),
                place.version(),
                candidate.consultation(),
                candidate.round(),
                content.kind(),
                arrival.at(),
                candidate.requestDigest(),
                identities.keyVersion(),
                content.respondent(),
                content.onBehalfOf(),
                content.language(),
                content.publication(),
                true,
                content.summary(),
                content.answers(),
                content.text(),
                files,
                sealedContact(content.email(), candidate.submission()),
                arrival.channel(),
                arrival.flags().stream().sorted().toList(),
                arrival.begunAt(),
                place.previous());
    }

    private @Nullable String sealedContact(@Nullable String email, SubmissionId id) {
        return email == null ? null : seals.seal(email, id);
    }
}
