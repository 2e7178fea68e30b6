package org.rostrum.intake.usecase;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Channel;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.intake.domain.AmendmentDigest;
import org.rostrum.intake.domain.DraftCheck;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.domain.Limits;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.domain.SubmissionContent;
import org.rostrum.intake.domain.SubmissionDraft;
import org.rostrum.intake.domain.WrongField;
import org.rostrum.intake.usecase.Attachments.Offered;
import org.rostrum.intake.usecase.ChangeWindow.Closed;
import org.rostrum.intake.usecase.ChangeWindow.Open;
import org.rostrum.intake.usecase.CommitVersion.Arrival;
import org.rostrum.intake.usecase.CommitVersion.Candidate;
import org.rostrum.intake.usecase.CommitVersion.Committed;
import org.rostrum.intake.usecase.CommitVersion.Gone;
import org.rostrum.intake.usecase.CommitVersion.PlaceTaken;
import org.rostrum.intake.usecase.GatherFiles.Gathered;
import org.rostrum.intake.usecase.Manifests.StoredManifest;

/**
 * Takes another version of a submission from whoever holds one of its receipts, while its round is open. The earlier versions
 * stay in the record. Amendments that arrive together each get a version, in the order in which they were stored, unless they
 * say on which version they rest.
 */
public final class AmendSubmission {
    private final OpenSubmission open;
    private final ChangeWindow window;
    private final CommitVersion versions;
    private final GatherFiles gather;
    private final Identities identities;
    private final Limits limits;

    public AmendSubmission(
            OpenSubmission open,
            ChangeWindow window,
            CommitVersion versions,
            FinishUploads uploads,
            Identities identities,
            Limits limits) {
        this.open = open;
        this.window = window;
        this.versions = versions;
        this.gather = new GatherFiles(uploads, versions, identities);
        this.identities = identities;
        this.limits = limits;
    }

    /**
     * One act of amending: the whole new version.
     *
     * @param kept SHA-256 of each file of the version before that stays, as the receipt names them
     * @param uploads files that came along; in the version they follow those that stay
     * @param ahead ids of files that came before it; in the version they are last
     * @param base the version that the respondent saw; absent if it does not matter
     */
    public record Amending(
            String reference,
            String secret,
            IdempotencyKey key,
            SubmissionDraft draft,
            List<WrongField> shapeFaults,
            List<String> kept,
            List<? extends Offered> uploads,
            List<String> ahead,
            @Nullable Integer base,
            Channel channel,
            Set<SubmissionFlag> suspicions,
            Instant arrivedAt) {
        public Amending {
            shapeFaults = List.copyOf(shapeFaults);
            kept = List.copyOf(kept);
            uploads = List.copyOf(uploads);
            ahead = List.copyOf(ahead);
            suspicions = Set.copyOf(suspicions);
            arrivedAt = arrivedAt.truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public String toString() {
            return "Amending[not shown]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {}

    /** Stored and recorded; {@code repeated} if the same had been acknowledged before. */
    public record Amended(Receipt receipt, boolean repeated) implements Outcome {}

    public record Refused(Refusal reason) implements Outcome {}

    /** The reference or the secret is wrong; which of them is not said. */
    public record Unknown() implements Outcome {}

    /** Acknowledges or refuses; throws {@link TryAgainLater} if the store or the log did not answer. */
    public Outcome amend(Amending amending) {
        return open.open(amending.reference(), amending.secret())
                .map(history -> amend(amending, history))
                .orElseGet(() -> erasedOrUnknown(amending));
    }

    private Outcome erasedOrUnknown(Amending amending) {
        return open.erased(amending.reference(), amending.secret())
                .<Outcome>map(mark -> new Refused(mark.refusal()))
                .orElseGet(Unknown::new);
    }

    private Outcome amend(Amending amending, SubmissionHistory history) {
        var files = gather.gather(amending, history);
        return repetition(amending, history, files).orElseGet(() -> amendAnew(amending, history, files));
    }

    /** Whoever lost the reply to an amendment gets its receipt, although the round has closed since. */
    private Optional<Outcome> repetition(Amending amending, SubmissionHistory history, Gathered files) {
        var first = history.first().manifest();
        if (identities.submission(first.consultation(), amending.key()).equals(first.submission())) {
            return Optional.of(new Refused(new Refusal.KeyUsedForOther(first.reference())));
        }
        var digest = digestIfWhole(amending, history, files);
        return history.versions().stream()
                .filter(stored -> digest.isPresent()
                        && GatherFiles.isUnderKey(stored, digest.get().key()))
                .findFirst()
                .map(stored -> repeatedOrOther(stored, digest.orElseThrow()));
    }

    private Outcome repeatedOrOther(StoredManifest stored, AmendmentDigest digest) {
        var manifest = stored.manifest();
        return manifest.requestDigest().equals(digest.toString())
                ? amended(versions.acknowledge(stored, true))
                : new Refused(new Refusal.KeyUsedForOther(manifest.reference()));
    }

    private Outcome amendAnew(Amending amending, SubmissionHistory history, Gathered files) {
        if (history.withdrawal().isPresent()) {
            return new Refused(new Refusal.Withdrawn(
                    history.withdrawal().get().withdrawal().withdrawnAt()));
        }
        return switch (window.at(amending.arrivedAt(), history.latest().manifest())) {
            case Closed closed -> new Refused(closed.reason());
            case Open opened -> check(amending, history, files, opened);
        };
    }

    private Outcome check(Amending amending, SubmissionHistory history, Gathered files, Open opened) {
        int standing = history.latest().manifest().version();
        if (amending.base() != null && amending.base() != standing) {
            return new Refused(new Refusal.AmendedMeanwhile(standing));
        }
        var faults = Stream.of(
                        amending.shapeFaults().stream(),
                        files.wrong().stream(),
                        unknownFiles(amending, history.latest().manifest()))
                .flatMap(each -> each)
                .toList();
        var offered = files.all().stream().map(each -> each.file().file()).toList();
        var check = new DraftCheck(opened.definition(), opened.round(), limits);
        return switch (check.check(amending.draft(), offered, faults)) {
            case DraftCheck.Faulty faulty -> new Refused(new Refusal.WrongFields(faulty.wrong()));
            case DraftCheck.Acceptable acceptable -> commit(amending, history, files, acceptable.content());
        };
    }

    private Outcome commit(Amending amending, SubmissionHistory history, Gathered files, SubmissionContent content) {
        var digest = digest(amending, history, files);
        var candidate = candidate(amending, history.first().manifest(), files, content, digest);
        var earlier = history.latest();
        while (earlier.manifest().version() < SubmissionHistory.MOST_VERSIONS) {
            switch (versions.after(earlier, candidate)) {
                case Committed committed -> {
                    return amended(committed);
                }
                case PlaceTaken taken -> {
                    if (GatherFiles.isUnderKey(taken.by(), digest.key())) {
                        return new Refused(new Refusal.KeyUsedForOther(history.reference()));
                    }
                    if (amending.base() != null) {
                        return new Refused(new Refusal.AmendedMeanwhile(
                                taken.by().manifest().version()));
                    }
                    earlier = taken.by();
                }
                case Gone gone -> {
                    return new Refused(gone.submission().refusal());
                }
            }
        }
        return new Refused(new Refusal.TooManyVersions(SubmissionHistory.MOST_VERSIONS));
    }

    private static Candidate candidate(
            Amending amending,
            SubmissionManifest first,
            Gathered files,
            SubmissionContent content,
            AmendmentDigest digest) {
        return new Candidate(
                first.submission(),
                first.consultation(),
                first.round(),
                digest.toString(),
                content,
                files.all(),
                new Arrival(amending.arrivedAt(), amending.channel(), amending.suspicions(), files.begunAt()));
    }

    private static Amended amended(Committed committed) {
        return new Amended(committed.receipt(), committed.repeated());
    }

    private static Stream<WrongField> unknownFiles(Amending amending, SubmissionManifest latest) {
        var known = latest.attachments().stream()
                .map(attachment -> attachment.object().sha256())
                .collect(Collectors.toSet());
        return amending.kept().stream()
                .filter(sha256 -> !known.contains(sha256))
                .map(sha256 -> new WrongField(
                        "/keep", new WrongField.NotOneOf(known.stream().sorted().toList())));
    }

    /** What is hashed to recognise a repetition: exactly what was sent, before any tidying. */
    private record Request(SubmissionDraft draft, List<String> kept, List<RequestFile> files) {}

    private record RequestFile(String fileName, String sha256) {}

    private AmendmentDigest digest(Amending amending, SubmissionHistory history, Gathered files) {
        var uploads = files.added().stream()
                .map(each -> new RequestFile(each.file().file().fileName(), each.sha256()))
                .toList();
        var request = Json.writeCanonical(new Request(amending.draft(), amending.kept(), uploads));
        return identities.amendmentDigest(history.first().manifest().submission(), amending.key(), request);
    }

    /** What has the wrong shape, or half a character, was never acknowledged. */
    private Optional<AmendmentDigest> digestIfWhole(Amending amending, SubmissionHistory history, Gathered files) {
        if (!amending.shapeFaults().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(digest(amending, history, files));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof JsonProcessingException) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
