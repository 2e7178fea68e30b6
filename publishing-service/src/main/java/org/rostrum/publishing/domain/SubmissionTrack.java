package org.rostrum.publishing.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ClearanceEvent;
import org.rostrum.contracts.ClearanceEvent.ClearanceRecalled;
import org.rostrum.contracts.ClearanceEvent.DisputeDismissed;
import org.rostrum.contracts.ClearanceEvent.SubmissionCleared;
import org.rostrum.contracts.ClearanceEvent.SubmissionWithheld;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.ProcessingEvent;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionEvent.AuthorshipDisputed;
import org.rostrum.contracts.SubmissionEvent.SubmissionErased;
import org.rostrum.contracts.SubmissionEvent.SubmissionWithdrawn;
import org.rostrum.contracts.SubmissionEvent.VersionAcknowledged;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.publishing.domain.PublicRecord.WaitingClearance;

/**
 * Everything the log says of one submission, kept apart by topic: within a topic its events are in order, between topics
 * any order must lead to the same state.
 */
final class SubmissionTrack {
    private final SubmissionId submission;
    private final Reference reference;
    private final ConsultationId consultation;
    private final RoundId round;

    private final TreeMap<Integer, VersionAcknowledged> received = new TreeMap<>();
    private final TreeMap<Integer, ProcessingEvent> outcomes = new TreeMap<>();
    private final AfterSending afterSending = new AfterSending();
    private final Set<String> clearances = new HashSet<>();
    private final TreeSet<Integer> clearedVersions = new TreeSet<>();
    private @Nullable Instant firstClearedAt;
    private int timesCleared;
    private @Nullable Decision decision;
    private @Nullable Admission admission;

    SubmissionTrack(SubmissionId submission, Reference reference, ConsultationId consultation, RoundId round) {
        this.submission = submission;
        this.reference = reference;
        this.consultation = consultation;
        this.round = round;
    }

    boolean isOf(Reference otherReference, ConsultationId otherConsultation, RoundId otherRound) {
        return reference.equals(otherReference) && consultation.equals(otherConsultation) && round.equals(otherRound);
    }

    ConsultationId consultation() {
        return consultation;
    }

    RoundId round() {
        return round;
    }

    void take(VersionAcknowledged event) {
        received.putIfAbsent(event.version(), event);
    }

    void take(ProcessingEvent event) {
        outcomes.put(event.version(), event);
    }

    /** A repeated event changes nothing; a new one makes the result of earlier checks void. */
    void take(String eventId, ClearanceEvent event) {
        if (!clearances.add(eventId)) {
            return;
        }
        switch (event) {
            case SubmissionCleared cleared -> clear(eventId, cleared);
            case SubmissionWithheld e -> decide(new Decision.TakenBack(eventId, e.version(), false, e.withheldAt()));
            case ClearanceRecalled e -> decide(new Decision.TakenBack(eventId, e.version(), true, e.recalledAt()));
            case DisputeDismissed e -> afterSending.take(e);
        }
    }

    /** A version is never shown again once a later one was cleared. */
    private void clear(String eventId, SubmissionCleared cleared) {
        if (!clearedVersions.isEmpty() && cleared.version() < clearedVersions.last()) {
            return;
        }
        clearedVersions.add(cleared.version());
        timesCleared++;
        firstClearedAt = earlier(firstClearedAt, cleared.clearedAt());
        decide(new Decision.Cleared(eventId, cleared));
    }

    private void decide(Decision next) {
        admission = null;
        decision = next;
    }

    void take(SubmissionWithdrawn event) {
        afterSending.take(event);
    }

    void take(AuthorshipDisputed event) {
        afterSending.take(event);
    }

    /** What was fetched of it is not even kept in memory. */
    void take(SubmissionErased event) {
        afterSending.take(event);
        admission = null;
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    boolean isReceived() {
        return !received.isEmpty() || afterSending.provesReceipt();
    }

    /** The clearance that still needs its checks; it waits until the acknowledgement of its version is known. */
    Optional<WaitingClearance> waiting() {
        if (!(decision instanceof Decision.Cleared cleared) || admission != null || mayNotBeShown(cleared)) {
            return Optional.empty();
        }
        return Optional.ofNullable(received.get(cleared.event().version()))
                .map(receipt -> new WaitingClearance(cleared.eventId(), cleared.event(), receipt));
    }

    PublishedContribution show(PublicContribution content, Decision.Cleared cleared) {
        var first = earlier(firstClearedAt, cleared.event().clearedAt());
        var contribution = new PublishedContribution(
                content,
                cleared.eventId(),
                cleared.event().artefact().sha256(),
                first,
                cleared.event().clearedAt(),
                null);
        admission = new Admission.Shown(contribution);
        return contribution;
    }

    void bar() {
        admission = new Admission.Barred();
    }

    @Nullable
    Decision decision() {
        return decision;
    }

    Standing standing() {
        return shown().<Standing>map(contribution -> new Standing.Shown(contribution.replacing(replaced())))
                .orElseGet(() -> timesCleared == 0 ? hidden() : formerly());
    }

    private Optional<PublishedContribution> shown() {
        return admission instanceof Admission.Shown(var contribution)
                        && decision instanceof Decision.Cleared cleared
                        && !mayNotBeShown(cleared)
                ? Optional.of(contribution)
                : Optional.empty();
    }

    /** It was erased, or the respondent took it back, disputes it, or allows less by now than the form that was cleared. */
    private boolean mayNotBeShown(Decision.Cleared cleared) {
        return afterSending.hiddenSince().isPresent() || isConfidential() || allowsLessThan(cleared);
    }

    private boolean allowsLessThan(Decision.Cleared cleared) {
        var was = received.get(cleared.event().version());
        return was != null && received.lastEntry().getValue().publication().compareTo(was.publication()) > 0;
    }

    /** The version that was cleared before the one that is shown, once its acknowledgement is known. */
    private @Nullable ReplacedVersion replaced() {
        if (!(decision instanceof Decision.Cleared cleared)) {
            return null;
        }
        var before = clearedVersions.lower(cleared.event().version());
        var receipt = before == null ? null : received.get(before);
        return receipt == null ? null : new ReplacedVersion(receipt.version(), receipt.receivedAt());
    }

    private Standing formerly() {
        var hiddenSince = afterSending.hiddenSince();
        if (hiddenSince.isPresent()) {
            return gone(hiddenSince.get());
        }
        if (isConfidential() || (decision instanceof Decision.Cleared cleared && allowsLessThan(cleared))) {
            return gone(received.lastEntry().getValue().receivedAt());
        }
        return switch (decision) {
            case null -> hidden();
            case Decision.TakenBack taken -> gone(taken.at());
            case Decision.Cleared cleared
            when admission instanceof Admission.Barred && timesCleared > 1 ->
                gone(cleared.event().clearedAt());
            case Decision.Cleared ignored -> hidden();
        };
    }

    private Standing hidden() {
        return new Standing.Hidden(consultation, reference);
    }

    private Standing gone(Instant since) {
        return new Standing.Gone(submission, consultation, reference, since);
    }

    Fate fate() {
        if (afterSending.isErased()) {
            return Fate.ERASED;
        }
        if (afterSending.isWithdrawn()) {
            return Fate.WITHDRAWN;
        }
        if (isConfidential()) {
            return Fate.CONFIDENTIAL;
        }
        if (shown().isPresent()) {
            return Fate.PUBLISHED;
        }
        int decided = decision == null ? 0 : decision.version();
        if (decision instanceof Decision.TakenBack taken && !taken.recalled() && decided >= newestVersion()) {
            return Fate.WITHHELD;
        }
        return outcomes.isEmpty() || decided >= outcomes.lastKey()
                ? Fate.IN_FLIGHT
                : fateOf(outcomes.lastEntry().getValue());
    }

    private int newestVersion() {
        return received.isEmpty() ? 0 : received.lastKey();
    }

    private static Fate fateOf(ProcessingEvent outcome) {
        return switch (outcome) {
            case ProcessingEvent.SubmissionProcessed ignored -> Fate.IN_FLIGHT;
            case ProcessingEvent.SubmissionQuarantined ignored -> Fate.QUARANTINED;
            case ProcessingEvent.SubmissionParked ignored -> Fate.PARKED;
        };
    }

    private boolean isConfidential() {
        return !received.isEmpty() && received.lastEntry().getValue().publication() == Publication.CONFIDENTIAL;
    }
}
