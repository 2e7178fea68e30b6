package org.rostrum.publishing.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.rostrum.contracts.ClearanceEvent;
import org.rostrum.contracts.ClearanceEvent.ClearanceRecalled;
import org.rostrum.contracts.ClearanceEvent.SubmissionCleared;
import org.rostrum.contracts.ClearanceEvent.SubmissionWithheld;
import org.rostrum.contracts.ConsultationEvent.ConsultationDefined;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Event;
import org.rostrum.contracts.ProcessingEvent;
import org.rostrum.contracts.ProcessingEvent.SubmissionParked;
import org.rostrum.contracts.ProcessingEvent.SubmissionProcessed;
import org.rostrum.contracts.ProcessingEvent.SubmissionQuarantined;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.contracts.PublicationEvent;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionEvent;
import org.rostrum.contracts.SubmissionEvent.AuthorshipDisputed;
import org.rostrum.contracts.SubmissionEvent.SubmissionErased;
import org.rostrum.contracts.SubmissionEvent.SubmissionWithdrawn;
import org.rostrum.contracts.SubmissionEvent.VersionAcknowledged;
import org.rostrum.contracts.SubmissionId;

/**
 * The fold of the log: what may be shown, and how everything received is accounted for. Events of one topic about one
 * submission come in their order; any interleaving of topics and submissions leads to the same record. Not thread-safe.
 */
public final class PublicRecord {
    private final Map<ConsultationId, ConsultationRecord> consultations = new TreeMap<>();
    private final Map<SubmissionId, SubmissionTrack> tracks = new HashMap<>();
    private final Map<Reference, SubmissionId> references = new HashMap<>();
    private final Announced announced = new Announced();

    /** The event speaks of a submission under another reference, consultation or round than earlier ones did. */
    public static final class Contradiction extends Exception {
        private static final long serialVersionUID = 1L;

        Contradiction() {
            super("the event contradicts earlier ones about the same submission");
        }
    }

    /** Takes one event and tells what it changed. */
    public List<Change> apply(String eventId, Event event) throws Contradiction {
        return switch (event) {
            case ConsultationDefined e -> define(eventId, e);
            case SubmissionWithdrawn e -> objected(e, e.withdrawnAt(), track -> track.take(e));
            case SubmissionErased e -> objected(e, e.erasedAt(), track -> track.take(e));
            case AuthorshipDisputed e -> objected(e, e.disputedAt(), track -> track.take(e));
            case VersionAcknowledged e ->
                update(
                        e.submission(),
                        e.reference(),
                        e.consultation(),
                        e.round(),
                        e.receivedAt(),
                        track -> track.take(e));
            case ProcessingEvent e ->
                update(
                        e.submission(),
                        e.reference(),
                        e.consultation(),
                        e.round(),
                        instantOf(e),
                        track -> track.take(e));
            case ClearanceEvent e -> decide(eventId, e);
            case PublicationEvent e -> {
                announced.take(eventId, e);
                yield List.of();
            }
        };
    }

    private List<Change> define(String eventId, ConsultationDefined event) {
        var changed = consultation(event.consultation()).define(eventId, event);
        return changed ? List.of(new Change.Redefined(event.consultation())) : List.of();
    }

    /** The respondent, or who is said to be it, speaks against showing it, or it was erased: that changes the feeds as staff's word does. */
    private List<Change> objected(SubmissionEvent e, Instant at, Consumer<SubmissionTrack> step) throws Contradiction {
        var changes = update(e.submission(), e.reference(), e.consultation(), e.round(), at, step);
        consultation(e.consultation()).decide(at);
        return changes;
    }

    private List<Change> decide(String eventId, ClearanceEvent e) throws Contradiction {
        var changes = new ArrayList<>(update(
                e.submission(),
                e.reference(),
                e.consultation(),
                e.round(),
                instantOf(e),
                track -> track.take(eventId, e)));
        consultation(e.consultation()).decide(instantOf(e));
        changes.add(new Change.Decided(e.consultation()));
        return changes;
    }

    private List<Change> update(
            SubmissionId submission,
            Reference reference,
            ConsultationId consultation,
            RoundId round,
            Instant instant,
            Consumer<SubmissionTrack> step)
            throws Contradiction {
        var known = tracks.get(submission);
        if (known != null && !known.isOf(reference, consultation, round)) {
            throw new Contradiction();
        }
        consultation(consultation).touch(round, instant);
        return known == null
                ? begin(submission, new SubmissionTrack(submission, reference, consultation, round), reference, step)
                : change(submission, known, step);
    }

    private List<Change> begin(
            SubmissionId submission, SubmissionTrack track, Reference reference, Consumer<SubmissionTrack> step) {
        tracks.put(submission, track);
        consultation(track.consultation()).add(submission);
        references.put(reference, submission);
        consultation(track.consultation()).tally(track.round()).add(track.fate(), track.isReceived());
        return change(submission, track, step);
    }

    private List<Change> change(SubmissionId submission, SubmissionTrack track, Consumer<SubmissionTrack> step) {
        var record = consultation(track.consultation());
        var tally = record.tally(track.round());
        var before = track.standing();
        tally.remove(track.fate(), track.isReceived());
        step.accept(track);
        tally.add(track.fate(), track.isReceived());

        var changes = new ArrayList<Change>();
        changes.add(new Change.Counted(track.consultation(), track.round()));
        changes.addAll(restate(submission, track, before, record));
        track.waiting().ifPresent(ignored -> changes.add(new Change.Cleared(submission)));
        return changes;
    }

    private static List<Change> restate(
            SubmissionId submission, SubmissionTrack track, Standing before, ConsultationRecord record) {
        var after = track.standing();
        if (after.equals(before)) {
            return List.of();
        }
        var changes = new ArrayList<Change>();
        if (before instanceof Standing.Gone gone) {
            record.returned(gone);
        }
        if (after instanceof Standing.Gone gone) {
            record.departed(gone);
            changes.add(new Change.Decided(track.consultation()));
        }
        if (before instanceof Standing.Shown shown) {
            changes.addAll(record.remove(shown.contribution()));
        }
        if (after instanceof Standing.Shown shown) {
            changes.addAll(record.add(shown.contribution()));
        }
        changes.add(new Change.Restated(track.consultation(), track.round(), submission));
        return changes;
    }

    /** The clearance of a submission that still needs its checks, with the acknowledgement it must agree with. */
    public Optional<WaitingClearance> waiting(SubmissionId submission) {
        return Optional.ofNullable(tracks.get(submission)).flatMap(SubmissionTrack::waiting);
    }

    /**
     * A clearance whose public form is still to be fetched and checked.
     *
     * @param clearance id of the clearing event
     */
    public record WaitingClearance(String clearance, SubmissionCleared cleared, VersionAcknowledged receipt) {}

    /** The public form passed every check. Nothing happens if staff have decided anew in the meantime. */
    public List<Change> show(SubmissionId submission, String clearance, PublicContribution content) {
        var track = tracks.get(submission);
        if (track == null
                || !(track.decision() instanceof Decision.Cleared cleared)
                || !cleared.eventId().equals(clearance)) {
            return List.of();
        }
        return change(submission, track, changing -> changing.show(content, cleared));
    }

    /** The public form failed a check. Nothing happens if staff have decided anew in the meantime. */
    public List<Change> bar(SubmissionId submission, String clearance) {
        var track = tracks.get(submission);
        if (track == null
                || !(track.decision() instanceof Decision.Cleared cleared)
                || !cleared.eventId().equals(clearance)) {
            return List.of();
        }
        return change(submission, track, SubmissionTrack::bar);
    }

    public Optional<Standing> standing(SubmissionId submission) {
        return Optional.ofNullable(tracks.get(submission)).map(this::standing);
    }

    private Standing standing(SubmissionTrack track) {
        return track.standing() instanceof Standing.Shown shown
                ? new Standing.Shown(consultation(track.consultation()).asShown(shown.contribution()))
                : track.standing();
    }

    public Optional<SubmissionId> submission(Reference reference) {
        return Optional.ofNullable(references.get(reference));
    }

    /** Every consultation that some event names, in order of id; some may not be defined yet. */
    public Collection<ConsultationRecord> consultations() {
        return Collections.unmodifiableCollection(consultations.values());
    }

    public Optional<ConsultationRecord> find(ConsultationId consultation) {
        return Optional.ofNullable(consultations.get(consultation));
    }

    /** What we told the other services. */
    public Announced announced() {
        return announced;
    }

    private ConsultationRecord consultation(ConsultationId id) {
        return consultations.computeIfAbsent(id, ConsultationRecord::new);
    }

    private static Instant instantOf(ProcessingEvent event) {
        return switch (event) {
            case SubmissionProcessed e -> e.processedAt();
            case SubmissionQuarantined e -> e.quarantinedAt();
            case SubmissionParked e -> e.parkedAt();
        };
    }

    private static Instant instantOf(ClearanceEvent event) {
        return switch (event) {
            case SubmissionCleared e -> e.clearedAt();
            case SubmissionWithheld e -> e.withheldAt();
            case ClearanceRecalled e -> e.recalledAt();
            case ClearanceEvent.DisputeDismissed e -> e.dismissedAt();
        };
    }
}
