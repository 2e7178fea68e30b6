package org.rostrum.processing.domain.casework;

import java.time.Instant;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionEvent.VersionAcknowledged;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.SubmissionKind;

/**
 * One submission as staff work on it. Holds no personal data.
 *
 * @param version the newest version that was received; earlier ones cannot be decided any more
 * @param manifest where the version's manifest is
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
        Stage stage,
        int decisions,
        int revision) {

    public static Case opened(VersionAcknowledged received) {
        return of(received, 0, 1);
    }

    /** The same case with a newer version, which starts anew. */
    public Case amended(VersionAcknowledged received) {
        return of(received, decisions, revision + 1);
    }

    private static Case of(VersionAcknowledged received, int decisions, int revision) {
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
                new Stage.InProcess(),
                decisions,
                revision);
    }

    public CaseState state() {
        return stage.state();
    }

    public Case at(Stage next) {
        return with(next, decisions);
    }

    /** At a stage that is told to the world; the event carries the new number of decisions. */
    public Case decided(Stage next) {
        return with(next, decisions + 1);
    }

    /** A passage was moved: if the public form exists, it is no longer what staff see. */
    public Case refiled() {
        return at(stage instanceof Stage.Public held ? held.changed() : stage);
    }

    private Case with(Stage next, int decided) {
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
                next,
                decided,
                revision + 1);
    }
}
