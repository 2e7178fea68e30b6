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
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.intake.domain.Admission.Admitted;
import org.rostrum.intake.domain.Admission.TurnedAway;
import org.rostrum.intake.domain.Challenge;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.domain.DraftCheck;
import org.rostrum.intake.domain.ErasedSubmission;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.domain.Limits;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.domain.RoundGate;
import org.rostrum.intake.domain.Sender;
import org.rostrum.intake.domain.SubmissionContent;
import org.rostrum.intake.domain.SubmissionDraft;
import org.rostrum.intake.domain.WrongField;
import org.rostrum.intake.usecase.Attachments.Offered;
import org.rostrum.intake.usecase.CommitVersion.Arrival;
import org.rostrum.intake.usecase.CommitVersion.Candidate;
import org.rostrum.intake.usecase.CommitVersion.Committed;
import org.rostrum.intake.usecase.CommitVersion.Fingerprinted;
import org.rostrum.intake.usecase.CommitVersion.Gone;
import org.rostrum.intake.usecase.CommitVersion.PlaceTaken;
import org.rostrum.intake.usecase.Manifests.ErasedManifest;
import org.rostrum.intake.usecase.Manifests.StoredManifest;
import org.rostrum.intake.usecase.TryAgainLater.Kept;

/**
 * Takes one submission: checks it against the open round and commits its first version, or recognises that it was
 * acknowledged before.
 */
public final class ReceiveSubmission {
    private final Consultations consultations;
    private final CommitVersion versions;
    private final Identities identities;
    private final Limits limits;

    public ReceiveSubmission(
            Consultations consultations, CommitVersion versions, Identities identities, Limits limits) {
        this.consultations = consultations;
        this.versions = versions;
        this.identities = identities;
        this.limits = limits;
    }

    /**
     * One act of sending.
     *
     * @param shapeFaults what was wrong with the shape of what was sent
     * @param suspicions what was noticed about the way it came; nothing is refused for it
     * @param begunAt when the last begun of its uploads began, if any came ahead of it
     * @param arrivedAt when it was here, on the server's clock; decides about the deadline and stands on the receipt
     */
    public record Sending(
            ConsultationId consultation,
            RoundId round,
            IdempotencyKey key,
            SubmissionDraft draft,
            List<WrongField> shapeFaults,
            List<? extends Offered> uploads,
            Sender sender,
            Channel channel,
            Set<SubmissionFlag> suspicions,
            @Nullable Instant begunAt,
            Instant arrivedAt) {
        public Sending {
            uploads = List.copyOf(uploads);
            shapeFaults = List.copyOf(shapeFaults);
            suspicions = Set.copyOf(suspicions);
            arrivedAt = arrivedAt.truncatedTo(ChronoUnit.MILLIS);
        }

        /** Of which nothing is suspicious, and of which nothing was uploaded ahead. */
        public Sending(
                ConsultationId consultation,
                RoundId round,
                IdempotencyKey key,
                SubmissionDraft draft,
                List<WrongField> shapeFaults,
                List<? extends Offered> uploads,
                Sender sender,
                Channel channel,
                Instant arrivedAt) {
            this(consultation, round, key, draft, shapeFaults, uploads, sender, channel, Set.of(), null, arrivedAt);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {}

    /** Stored and recorded; {@code repeated} if the same had been acknowledged before. */
    public record Acknowledged(Receipt receipt, boolean repeated) implements Outcome {}

    public record Refused(Refusal reason) implements Outcome {}

    /** Acknowledges or refuses; throws {@link TryAgainLater} if the store or the log did not answer. */
    public Outcome receive(Sending sending) {
        return receive(sending, Screening.NONE);
    }

    /** The same, with a screening of what would be acknowledged; a repetition of what was acknowledged is not held up by it. */
    public Outcome receive(Sending sending, Screening screening) {
        if (!consultations.areComplete()) {
            throw new TryAgainLater(Kept.NOTHING, "the definitions are still being read");
        }
        return consultations
                .find(sending.consultation())
                .map(found -> receive(sending, found, screening))
                .orElseGet(() -> new Refused(new Refusal.UnknownConsultation()));
    }

    private Outcome receive(Sending sending, DefinedConsultation consultation, Screening screening) {
        return consultation
                .definition()
                .round(sending.round())
                .map(round -> receive(sending, consultation, round, screening))
                .orElseGet(() -> repetitionOr(new Refusal.UnknownRound(), sending));
    }

    private Outcome receive(Sending sending, DefinedConsultation consultation, Round round, Screening screening) {
        var gate = new RoundGate(round, consultation.definition().zone());
        return switch (gate.admission(sending.arrivedAt(), sending.begunAt(), sending.sender())) {
            case TurnedAway(Refusal reason) -> repetitionOr(reason, sending);
            case Admitted(Set<SubmissionFlag> flags) -> check(sending, consultation, round, flags, screening);
        };
    }

    private Outcome check(
            Sending sending,
            DefinedConsultation consultation,
            Round round,
            Set<SubmissionFlag> flags,
            Screening screening) {
        var files = sending.uploads().stream().map(Offered::file).toList();
        var check = new DraftCheck(consultation.definition(), round, limits);
        return switch (check.check(sending.draft(), files, sending.shapeFaults())) {
            case DraftCheck.Faulty faulty -> repetitionOr(new Refusal.WrongFields(faulty.wrong()), sending);
            case DraftCheck.Acceptable acceptable ->
                screen(sending, acceptable.content(), flags, screening.judge(round));
        };
    }

    private Outcome screen(
            Sending sending, SubmissionContent content, Set<SubmissionFlag> flags, ChallengeFlood.Verdict verdict) {
        return switch (verdict) {
            case ChallengeFlood.LetIn(Set<SubmissionFlag> noticed) ->
                commit(
                        sending,
                        content,
                        Stream.concat(flags.stream(), noticed.stream()).collect(Collectors.toSet()));
            case ChallengeFlood.Challenged(Challenge challenge) ->
                repetitionOr(new Refusal.ChallengeFirst(challenge), sending);
        };
    }

    private Outcome commit(Sending sending, SubmissionContent content, Set<SubmissionFlag> flags) {
        var identified = identify(sending);
        var candidate = new Candidate(
                identified.id(),
                sending.consultation(),
                sending.round(),
                identified.requestDigest(),
                content,
                identified.files(),
                arrival(sending, flags));
        return switch (versions.first(candidate)) {
            case Committed committed -> new Acknowledged(committed.receipt(), committed.repeated());
            case PlaceTaken taken ->
                new Refused(new Refusal.KeyUsedForOther(taken.by().manifest().reference()));
            case Gone gone -> new Refused(gone.submission().refusal());
        };
    }

    private static Arrival arrival(Sending sending, Set<SubmissionFlag> flags) {
        var all = Stream.concat(flags.stream(), sending.suspicions().stream()).collect(Collectors.toSet());
        return new Arrival(sending.arrivedAt(), sending.channel(), all, sending.begunAt());
    }

    /** What is derived from a sending. */
    private record Identified(SubmissionId id, String requestDigest, List<Fingerprinted> files) {}

    /** What is hashed to recognise a repetition: exactly what was sent, before any tidying. */
    private record Request(RoundId round, SubmissionDraft draft, List<RequestFile> files) {}

    private record RequestFile(String fileName, String sha256) {}

    private Identified identify(Sending sending) {
        var files = versions.fingerprinted(sending.uploads());
        var named = files.stream()
                .map(each -> new RequestFile(each.file().file().fileName(), each.sha256()))
                .toList();
        var request = Json.writeCanonical(new Request(sending.round(), sending.draft(), named));
        return new Identified(
                identities.submission(sending.consultation(), sending.key()), identities.requestDigest(request), files);
    }

    /**
     * Whoever lost the reply to something that was acknowledged still gets the receipt, although the round has closed or its
     * definition has changed since.
     */
    private Outcome repetitionOr(Refusal refusal, Sending sending) {
        return identifyIfWhole(sending)
                .map(this::acknowledgedOrErased)
                .orElseGet(() -> erasedUnderUploads(sending))
                .orElseGet(() -> new Refused(refusal));
    }

    private Optional<Outcome> acknowledgedOrErased(Identified identified) {
        return versions.standing(identified.id()).flatMap(occupant -> switch (occupant) {
            case ErasedManifest(ErasedSubmission mark) -> Optional.of(new Refused(mark.refusal()));
            case StoredManifest stored -> acknowledged(stored, identified);
        });
    }

    private Optional<Outcome> acknowledged(StoredManifest stored, Identified identified) {
        return stored.manifest().requestDigest().equals(identified.requestDigest())
                ? Optional.of(versions.acknowledge(stored, true))
                        .map(committed -> new Acknowledged(committed.receipt(), committed.repeated()))
                : Optional.empty();
    }

    /** The uploads of what was erased are gone, too: whoever repeats it learns that rather than that they are unknown. */
    private Optional<Outcome> erasedUnderUploads(Sending sending) {
        return sending.shapeFaults().stream().allMatch(WrongField::isAboutUpload)
                ? versions.erased(identities.submission(sending.consultation(), sending.key()))
                        .map(mark -> new Refused(mark.refusal()))
                : Optional.empty();
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
}
