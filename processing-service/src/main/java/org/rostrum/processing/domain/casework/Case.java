package org.rostrum.processing.domain.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionEvent.VersionAcknowledged;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.SubmissionKind;

/**
 * One submission as staff work on it. Holds no personal data.
 *
 * @param version the newest version that was received; earlier ones cannot be decided any more
 * @param manifest where the version's manifest is
 * @param flags what intake noticed about how the version arrived
 * @param stage where the version stands
 * @param earlier where an earlier version stands that is public until this one is decided; absent if none is
 * @param disputedAt when its authorship was disputed; absent if it was not, or if staff have settled that
 * @param decisions how many decisions were told to the world so far; numbers their events
 * @param revision one more for every change; who changes a case says which revision they saw
 */
public record Case(
        SubmissionId submission,
        Reference reference,
        ConsultationId consultation,
        RoundId round,
        int version,
        SubmissionKind kind,
        Publication publication,
        ObjectRef manifest,
        int attachments,
        Instant receivedAt,
        List<SubmissionFlag> flags,
        Stage stage,
        Stage.@Nullable Public earlier,
        @Nullable Instant disputedAt,
        int decisions,
        int revision) {

    public Case {
        flags = List.copyOf(flags);
    }

    public static Case opened(VersionAcknowledged received) {
        return of(received, null, null, 0, 1);
    }

    /**
     * The same case with a newer version, which starts anew; a clearance of the version before stands until this one is
     * decided.
     */
    public Case amended(VersionAcknowledged received) {
        return of(received, stage instanceof Stage.Public held ? held : earlier, disputedAt, decisions, revision + 1);
    }

    private static Case of(
            VersionAcknowledged received,
            Stage.@Nullable Public earlier,
            @Nullable Instant disputedAt,
            int decisions,
            int revision) {
        return new Case(
                received.submission(),
                received.reference(),
                received.consultation(),
                received.round(),
                received.version(),
                received.kind(),
                received.publication(),
                received.manifest(),
                received.attachments(),
                received.receivedAt(),
                received.flags(),
                new Stage.InProcess(),
                earlier,
                disputedAt,
                decisions,
                revision);
    }

    public CaseState state() {
        return stage.state();
    }

    public boolean isDisputed() {
        return disputedAt != null;
    }

    public boolean isWithdrawn() {
        return stage instanceof Stage.Withdrawn;
    }

    public boolean isErased() {
        return stage instanceof Stage.Erased;
    }

    /** Withdrawn or erased: nothing is done about it any more, and what it said is nobody's business. */
    public boolean isClosed() {
        return isWithdrawn() || isErased();
    }

    /** The clearance that holds, of this version or of an earlier one. */
    public Optional<Clearance> standing() {
        return stage.standing().or(() -> Optional.ofNullable(earlier).map(Stage.Public::clearance));
    }

    /** The path of the page on the public site that shows this version or an earlier one, if one does. */
    public Optional<String> publicPath() {
        return Optional.ofNullable(
                stage instanceof Stage.Published now
                        ? now.path()
                        : earlier instanceof Stage.Published before ? before.path() : null);
    }

    /** At a stage that is nobody's decision; an earlier version stands as it stood. */
    public Case at(Stage next) {
        return with(next, earlier, disputedAt, decisions);
    }

    /** The version is aside; the event that says so carries the new number of decisions. An earlier one stands as it stood. */
    public Case parked(String reason, Instant parkedAt) {
        return with(stage.parked(reason, parkedAt), earlier, disputedAt, decisions + 1);
    }

    /** At a stage that is told to the world; the event carries the new number of decisions. No earlier version stands. */
    public Case decided(Stage next) {
        return with(next, null, disputedAt, decisions + 1);
    }

    /** No clearance holds any more, neither of this version nor of an earlier one. */
    public Case recalled() {
        return decided(stage instanceof Stage.Public held ? held.recalled() : stage);
    }

    /** Staff found that a dispute has no ground. */
    public Case undisputed() {
        return with(stage, earlier, null, decisions + 1);
    }

    /** Closed: nothing of it is public any more, and nobody has to settle anything. */
    public Case withdrawn(Instant at) {
        return with(new Stage.Withdrawn(at), null, null, decisions);
    }

    /** As if withdrawn, and more: only that is left. */
    public Case erased(Instant at, String ground) {
        return with(new Stage.Erased(at, ground), null, null, decisions);
    }

    public Case disputed(Instant at) {
        return with(stage, earlier, at, decisions);
    }

    /** What stands of an earlier version stands otherwise. */
    public Case withEarlier(Stage.Public next) {
        return with(stage, next, disputedAt, decisions);
    }

    /** A passage was moved: if the public form exists, it is no longer what staff see. */
    public Case refiled() {
        return at(stage instanceof Stage.Public held ? held.changed() : stage);
    }

    private Case with(Stage next, Stage.@Nullable Public before, @Nullable Instant disputed, int decided) {
        return new Case(
                submission,
                reference,
                consultation,
                round,
                version,
                kind,
                publication,
                manifest,
                attachments,
                receivedAt,
                flags,
                next,
                before,
                disputed,
                decided,
                revision + 1);
    }
}
