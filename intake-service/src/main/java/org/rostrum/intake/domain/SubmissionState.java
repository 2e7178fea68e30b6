package org.rostrum.intake.domain;

import java.util.List;
import java.util.Optional;
import org.rostrum.contracts.ClearanceEvent;
import org.rostrum.contracts.ProcessingEvent;
import org.rostrum.contracts.ProcessingEvent.QuarantinedAttachment;
import org.rostrum.contracts.PublicationEvent;

/** How far a submission has come, as its respondent may know it. */
public sealed interface SubmissionState {

    /** Acknowledged and safe; its text is being prepared. */
    record Received() implements SubmissionState {}

    /** Reading it failed repeatedly; staff look at it. */
    record Parked(String reason) implements SubmissionState {}

    /** Nothing of it could be read; staff look at it. */
    record Quarantined(List<QuarantinedAttachment> attachments) implements SubmissionState {}

    /** Staff decide; the attachments named could not be read. */
    record WithStaff(List<QuarantinedAttachment> quarantined) implements SubmissionState {}

    /** Staff decided for it; the public site follows within seconds. */
    record Cleared() implements SubmissionState {}

    record Withheld(String reason) implements SubmissionState {}

    /** It is at that path of the public site, from the leading slash. */
    record Published(String path) implements SubmissionState {}

    /**
     * From the last event of each topic. The topics are not ordered among each other, so staff's decision counts more than
     * what publishing did on an earlier one.
     */
    static SubmissionState of(
            Optional<ProcessingEvent> processing,
            Optional<ClearanceEvent> clearance,
            Optional<PublicationEvent> publication) {
        if (clearance.isPresent()) {
            return switch (clearance.get()) {
                case ClearanceEvent.SubmissionWithheld withheld -> new Withheld(withheld.reason());
                case ClearanceEvent.ClearanceRecalled recalled -> before(processing);
                case ClearanceEvent.DisputeDismissed dismissed -> before(processing);
                case ClearanceEvent.SubmissionCleared cleared -> cleared(publication, cleared.version());
            };
        }
        return publication
                .flatMap(SubmissionState::published)
                .<SubmissionState>map(done -> new Published(done.path()))
                .orElseGet(() -> before(processing));
    }

    private static SubmissionState cleared(Optional<PublicationEvent> publication, int version) {
        return publication
                .flatMap(SubmissionState::published)
                .filter(done -> done.version() == version)
                .<SubmissionState>map(done -> new Published(done.path()))
                .orElseGet(Cleared::new);
    }

    private static Optional<PublicationEvent.ContributionPublished> published(PublicationEvent event) {
        return event instanceof PublicationEvent.ContributionPublished done ? Optional.of(done) : Optional.empty();
    }

    private static SubmissionState before(Optional<ProcessingEvent> processing) {
        if (processing.isEmpty()) {
            return new Received();
        }
        return switch (processing.get()) {
            case ProcessingEvent.SubmissionProcessed done -> new WithStaff(done.quarantined());
            case ProcessingEvent.SubmissionQuarantined quarantined -> new Quarantined(quarantined.quarantined());
            case ProcessingEvent.SubmissionParked parked -> new Parked(parked.reason());
        };
    }
}
