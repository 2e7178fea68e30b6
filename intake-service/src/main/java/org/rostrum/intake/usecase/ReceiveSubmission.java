package org.rostrum.intake.usecase;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.contracts.SubmissionManifest.Attachment;
import org.rostrum.intake.domain.Admission.Admitted;
import org.rostrum.intake.domain.Admission.TurnedAway;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.domain.DraftCheck;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.domain.Limits;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.domain.RoundGate;
import org.rostrum.intake.domain.Sender;
import org.rostrum.intake.domain.SubmissionContent;
import org.rostrum.intake.domain.SubmissionDraft;
import org.rostrum.intake.domain.WrongField;
import org.rostrum.intake.usecase.Attachments.Upload;
import org.rostrum.intake.usecase.EventLog.LogUnavailable;
import org.rostrum.intake.usecase.Manifests.ManifestKey;
import org.rostrum.intake.usecase.Manifests.StoredManifest;
import org.rostrum.intake.usecase.TryAgainLater.Kept;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/**
 * Takes one submission: checks it against the open round, stores its files, writes the manifest unless it is there, tells the
 * log, and only then hands out the receipt. Every step may be repeated, by anyone, at any time.
 */
public final class ReceiveSubmission {
    private static final int FIRST_VERSION = 1;
    /** Nine characters of 31 hold 2.6e13 references: a second attempt is rare, a fourth means that something is broken. */
    private static final int REFERENCE_ATTEMPTS = 4;

    private final Consultations consultations;
    private final Manifests manifests;
    private final Attachments attachments;
    private final AnnounceReceived announce;
    private final IssueReceipt receipts;
    private final Identities identities;
    private final ContactSeals seals;
    private final Limits limits;

    public ReceiveSubmission(
            Consultations consultations,
            Manifests manifests,
            Attachments attachments,
            AnnounceReceived announce,
            IssueReceipt receipts,
            Identities identities,
            ContactSeals seals,
            Limits limits) {
        this.consultations = consultations;
        this.manifests = manifests;
        this.attachments = attachments;
        this.announce = announce;
        this.receipts = receipts;
        this.identities = identities;
        this.seals = seals;
        this.limits = limits;
    }

    /**
     * One act of sending.
     *
     * @param shapeFaults what was wrong with the shape of what was sent
     * @param arrivedAt when it was here, on the server's clock; decides about the deadline and stands on the receipt
     */
    public record Sending(
            ConsultationId consultation,
            RoundId round,
            IdempotencyKey key,
            SubmissionDraft draft,
            List<WrongField> shapeFaults,
            List<Upload> uploads,
            Sender sender,
            Instant arrivedAt) {
        public Sending {
            uploads = List.copyOf(uploads);
            shapeFaults = List.copyOf(shapeFaults);
            arrivedAt = arrivedAt.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {}

    /** Stored and recorded; {@code repeated} if the same had been acknowledged before. */
    public record Acknowledged(Receipt receipt, boolean repeated) implements Outcome {}

    public record Refused(Refusal reason) implements Outcome {}

    /** Acknowledges or refuses; throws {@link TryAgainLater} if the store or the log did not answer. */
    public Outcome receive(Sending sending) {
        if (!consultations.areComplete()) {
            throw new TryAgainLater(Kept.NOTHING, "the definitions are still being read");
        }
        return consultations
                .find(sending.consultation())
                .map(found -> receive(sending, found))
                .orElseGet(() -> new Refused(new Refusal.UnknownConsultation()));
    }

    private Outcome receive(Sending sending, DefinedConsultation consultation) {
        return consultation
                .definition()
                .round(sending.round())
                .map(round -> receive(sending, consultation, round))
                .orElseGet(() -> repetitionOr(new Refusal.UnknownRound(), sending));
    }

    private Outcome receive(Sending sending, DefinedConsultation consultation, Round round) {
        var gate = new RoundGate(round, consultation.definition().zone());
        return switch (gate.admission(sending.arrivedAt(), null, sending.sender())) {
            case TurnedAway(Refusal reason) -> repetitionOr(reason, sending);
            case Admitted(Set<SubmissionFlag> flags) -> check(sending, consultation, round, flags);
        };
    }

    private Outcome check(Sending sending, DefinedConsultation consultation, Round round, Set<SubmissionFlag> flags) {
        var files = sending.uploads().stream().map(Upload::file).toList();
        var check = new DraftCheck(consultation.definition(), round, limits);
        return switch (check.check(sending.draft(), files, sending.shapeFaults())) {
            case DraftCheck.Faulty faulty -> repetitionOr(new Refusal.WrongFields(faulty.wrong()), sending);
            case DraftCheck.Acceptable acceptable -> commit(identify(sending), acceptable.content(), flags);
        };
    }

    /** A sending with all that is derived from it. */
    private record Identified(Sending sending, SubmissionId id, String requestDigest, List<String> fingerprints) {}

    /** What is hashed to recognise a repetition: exactly what was sent, before any tidying. */
    private record Request(RoundId round, SubmissionDraft draft, List<RequestFile> files) {}

    private record RequestFile(String fileName, String sha256) {}

    private Identified identify(Sending sending) {
        var fingerprints =
                sending.uploads().stream().map(attachments::fingerprint).toList();
        var files = IntStream.range(0, fingerprints.size())
                .mapToObj(i -> new RequestFile(sending.uploads().get(i).file().fileName(), fingerprints.get(i)))
                .toList();
        var request = Json.writeCanonical(new Request(sending.round(), sending.draft(), files));
        return new Identified(
                sending,
                identities.submission(sending.consultation(), sending.key()),
                identities.requestDigest(request),
                fingerprints);
    }

    /**
     * Whoever lost the reply to something that was acknowledged still gets the receipt, although the round has closed or its
     * definition has changed since.
     */
    private Outcome repetitionOr(Refusal refusal, Sending sending) {
        return identifyIfWhole(sending).flatMap(this::acknowledged).orElseGet(() -> new Refused(refusal));
    }

    private Optional<Outcome> acknowledged(Identified identified) {
        return reach(() -> earlier(identified))
                .filter(stored -> stored.manifest().requestDigest().equals(identified.requestDigest()))
                .map(stored -> acknowledge(stored, true));
    }

    /** What has the wrong shape, or half a character, was never acknowledged: its digest would not cover what is wrong. */
    private Optional<Identified> identifyIfWhole(Sending sending) {
        if (!sending.shapeFaults().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(identify(sending));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof JsonProcessingException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<StoredManifest> earlier(Identified identified) {
        return IntStream.range(0, REFERENCE_ATTEMPTS)
                .mapToObj(attempt -> manifests.find(key(identified.id(), attempt)))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .filter(stored -> stored.manifest().submission().equals(identified.id()))
                .findFirst();
    }

    private ManifestKey key(SubmissionId id, int attempt) {
        return new ManifestKey(identities.reference(id, attempt), FIRST_VERSION);
    }

    private Outcome commit(Identified identified, SubmissionContent content, Set<SubmissionFlag> flags) {
        var known = identified.sending().uploads().isEmpty()
                ? Optional.<StoredManifest>empty()
                : reach(() -> earlier(identified)); // spares a repetition the uploads
        if (known.isPresent()) {
            return repeated(identified, known.get(), List.of());
        }
        var files = storeFiles(identified);
        for (int attempt = 0; attempt < REFERENCE_ATTEMPTS; attempt++) {
            var stored = createOrFind(manifest(identified, content, flags, files, attempt));
            if (stored.isNew()) {
                return acknowledge(stored.manifest(), false);
            }
            if (stored.manifest().manifest().submission().equals(identified.id())) {
                return repeated(identified, stored.manifest(), files);
            }
        }
        throw new IllegalStateException("no free reference was found; the key for ids may have been changed");
    }

    private record CreatedOrFound(StoredManifest manifest, boolean isNew) {}

    private CreatedOrFound createOrFind(SubmissionManifest manifest) {
        try {
            var created = manifests.create(manifest);
            return created.map(mine -> new CreatedOrFound(mine, true)).orElseGet(() -> found(manifest));
        } catch (ObjectStoreUnavailable e) {
            throw new TryAgainLater(Kept.UNKNOWN, e);
        }
    }

    private CreatedOrFound found(SubmissionManifest wanted) {
        var key = new ManifestKey(wanted.reference(), wanted.version());
        return manifests
                .find(key)
                .map(theirs -> new CreatedOrFound(theirs, false))
                .orElseThrow(() -> new ObjectStoreUnavailable("a manifest is there and cannot be read", null));
    }

    private Outcome repeated(Identified identified, StoredManifest stored, List<Attachment> files) {
        if (stored.manifest().requestDigest().equals(identified.requestDigest())) {
            return acknowledge(stored, true);
        }
        discardUnlessUsed(files, stored.manifest());
        return new Refused(new Refusal.KeyUsedForOther(stored.manifest().reference()));
    }

    private void discardUnlessUsed(List<Attachment> files, SubmissionManifest by) {
        var used = by.attachments().stream().map(Attachment::object).toList();
        files.stream()
                .map(Attachment::object)
                .filter(object -> !used.contains(object))
                .forEach(attachments::discard);
    }

    private Outcome acknowledge(StoredManifest stored, boolean repeated) {
        try {
            announce.announce(stored);
        } catch (LogUnavailable e) {
            throw new TryAgainLater(Kept.MANIFEST, e);
        }
        return new Acknowledged(receipts.issue(stored), repeated);
    }

    private List<Attachment> storeFiles(Identified identified) {
        var uploads = identified.sending().uploads();
        return reach(() -> IntStream.range(0, uploads.size())
                .mapToObj(i -> {
                    var upload = uploads.get(i);
                    int ordinal = i + 1;
                    ObjectRef object = attachments.store(
                            identified.id(),
                            FIRST_VERSION,
                            ordinal,
                            identified.fingerprints().get(i),
                            upload);
                    return new Attachment(
                            ordinal, upload.file().fileName(), upload.file().mediaType(), object);
                })
                .toList());
    }

    private static <T> T reach(Supplier<T> store) {
        try {
            return store.get();
        } catch (ObjectStoreUnavailable e) {
            throw new TryAgainLater(Kept.NOTHING, e);
        }
    }

    private SubmissionManifest manifest(
            Identified identified,
            SubmissionContent content,
            Set<SubmissionFlag> flags,
            List<Attachment> files,
            int attempt) {
        Reference reference = identities.reference(identified.id(), attempt);
        var sending = identified.sending();
        return new SubmissionManifest(
                SubmissionManifest.SCHEMA,
                identified.id(),
                reference,
                FIRST_VERSION,
                sending.consultation(),
                sending.round(),
                content.kind(),
                sending.arrivedAt(),
                identified.requestDigest(),
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
                sealedContact(content.email(), identified.id()),
                null,
                flags.stream().sorted().toList(),
                null,
                null);
    }

    private @Nullable String sealedContact(@Nullable String email, SubmissionId id) {
        return email == null ? null : seals.seal(email, id);
    }
}
