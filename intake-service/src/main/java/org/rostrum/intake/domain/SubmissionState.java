package org.rostrum.intake.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rostrum.contracts.ClearanceEvent;
import org.rostrum.contracts.ProcessingEvent;
import org.rostrum.contracts.ProcessingEvent.QuarantinedAttachment;

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

    /** Somebody who got a mail about it says that they did not send it; staff settle that first. */
    record Held(Instant since) implements SubmissionState {}

    /** Its respondent took it back. */
    record Withdrawn(Instant at) implements SubmissionState {}

    /**
     * Of the version that stands. The topics are not ordered among each other, so staff's decision counts more than what
     * publishing did on an earlier one; what was said of an earlier version counts no more.
     *
     * @param version the version that stands
     * @param disputedAt when its authorship was disputed, if it was
     */
    static SubmissionState of(LastEvents last, int version, Optional<Instant> disputedAt) {
        return disputedAt
                .filter(at -> !last.settles(at))
                .<SubmissionState>map(Held::new)
                .orElseGet(() -> ofVersion(last.since(version)));
    }

    private static SubmissionState ofVersion(LastEvents last) {
        if (last.clearance().isPresent()) {
            return switch (last.clearance().get()) {
                case ClearanceEvent.SubmissionWithheld withheld -> new Withheld(withheld.reason());
                case ClearanceEvent.ClearanceRecalled recalled -> before(last.processing());
                case ClearanceEvent.DisputeDismissed dismissed -> before(last.processing());
                case ClearanceEvent.SubmissionCleared cleared ->
                    last.published(cleared.version())
                            .<SubmissionState>map(Published::new)
                            .orElseGet(Cleared::new);
            };
        }
        return last.published()
                .<SubmissionState>map(done -> new Published(done.path()))
                .orElseGet(() -> before(last.processing()));
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
