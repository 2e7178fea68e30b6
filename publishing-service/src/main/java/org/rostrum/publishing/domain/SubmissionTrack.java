package org.rostrum.publishing.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
import org.rostrum.contracts.SubmissionEvent.VersionAcknowledged;
import org.rostrum.publishing.domain.PublicRecord.WaitingClearance;

/**
 * Everything the log says of one submission, kept apart by topic: within a topic its events are in order, between topics
 * any order must lead to the same state.
 */
final class SubmissionTrack {
    private final Reference reference;
    private final ConsultationId consultation;
    private final RoundId round;

    private final TreeMap<Integer, VersionAcknowledged> received = new TreeMap<>();
    private final TreeMap<Integer, ProcessingEvent> outcomes = new TreeMap<>();
    private final Set<String> clearances = new HashSet<>();
    private @Nullable Instant firstClearedAt;
    private int timesCleared;
    private @Nullable Decision decision;
    private @Nullable Admission admission;

    SubmissionTrack(Reference reference, ConsultationId consultation, RoundId round) {
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
        admission = null;
        decision = switch (event) {
            case SubmissionCleared cleared -> {
                timesCleared++;
                firstClearedAt = earlier(firstClearedAt, cleared.clearedAt());
                yield new Decision.Cleared(eventId, cleared);
            }
            case SubmissionWithheld e -> new Decision.TakenBack(eventId, false, e.withheldAt());
            case ClearanceRecalled e -> new Decision.TakenBack(eventId, true, e.recalledAt());
            case DisputeDismissed e -> new Decision.TakenBack(eventId, true, e.dismissedAt());
        };
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    boolean isReceived() {
        return !received.isEmpty();
    }

    /** The clearance that still needs its checks; it waits until the acknowledgement of its version is known. */
    Optional<WaitingClearance> waiting() {
        if (!(decision instanceof Decision.Cleared cleared) || admission != null || isConfidential()) {
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
                cleared.event().clearedAt());
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
        if (admission instanceof Admission.Shown shown && !isConfidential()) {
            return new Standing.Shown(shown.contribution());
        }
        return timesCleared == 0 ? hidden() : formerly();
    }

    private Standing formerly() {
        if (isConfidential()) {
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
        return new Standing.Gone(consultation, reference, since);
    }

    Fate fate() {
        if (isConfidential()) {
            return Fate.CONFIDENTIAL;
        }
        if (admission instanceof Admission.Shown) {
            return Fate.PUBLISHED;
        }
        if (decision instanceof Decision.TakenBack taken && !taken.recalled()) {
            return Fate.WITHHELD;
        }
        return outcomes.isEmpty() || decision != null
                ? Fate.IN_FLIGHT
                : fateOf(outcomes.lastEntry().getValue());
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
