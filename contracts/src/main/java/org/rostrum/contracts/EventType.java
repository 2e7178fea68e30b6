package org.rostrum.contracts;

import java.util.Arrays;
import java.util.Optional;

/** The one table of event names on the wire. A name once released never changes; a Java name may. */
public enum EventType {
    CONSULTATION_DEFINED("consultation-defined.v1", ConsultationEvent.ConsultationDefined.class),
    SUBMISSION_RECEIVED("submission-received.v1", SubmissionEvent.SubmissionReceived.class),
    SUBMISSION_AMENDED("submission-amended.v1", SubmissionEvent.SubmissionAmended.class),
    SUBMISSION_WITHDRAWN("submission-withdrawn.v1", SubmissionEvent.SubmissionWithdrawn.class),
    AUTHORSHIP_DISPUTED("authorship-disputed.v1", SubmissionEvent.AuthorshipDisputed.class),
    SUBMISSION_ERASED("submission-erased.v1", SubmissionEvent.SubmissionErased.class),
    SUBMISSION_PROCESSED("submission-processed.v1", ProcessingEvent.SubmissionProcessed.class),
    SUBMISSION_QUARANTINED("submission-quarantined.v1", ProcessingEvent.SubmissionQuarantined.class),
    SUBMISSION_PARKED("submission-parked.v1", ProcessingEvent.SubmissionParked.class),
    SUBMISSION_CLEARED("submission-cleared.v1", ClearanceEvent.SubmissionCleared.class),
    SUBMISSION_WITHHELD("submission-withheld.v1", ClearanceEvent.SubmissionWithheld.class),
    CLEARANCE_RECALLED("clearance-recalled.v1", ClearanceEvent.ClearanceRecalled.class),
    DISPUTE_DISMISSED("dispute-dismissed.v1", ClearanceEvent.DisputeDismissed.class),
    CONTRIBUTION_PUBLISHED("contribution-published.v1", PublicationEvent.ContributionPublished.class),
    CONTRIBUTION_UNPUBLISHED("contribution-unpublished.v1", PublicationEvent.ContributionUnpublished.class),
    PUBLICATION_REFUSED("publication-refused.v1", PublicationEvent.PublicationRefused.class),
    COMPILATION_ISSUED("compilation-issued.v1", PublicationEvent.CompilationIssued.class);

    /** Prefix of every CloudEvents type. */
    public static final String PREFIX = "org.rostrum.";

    private final String wireName;
    private final Class<? extends Event> record;

    EventType(String wireName, Class<? extends Event> record) {
        this.wireName = PREFIX + wireName;
        this.record = record;
    }

    public String wireName() {
        return wireName;
    }

    public Class<? extends Event> eventClass() {
        return record;
    }

    public static EventType of(Event event) {
        return Arrays.stream(values())
                .filter(type -> type.record.isInstance(event))
                .findFirst()
                .orElseThrow();
    }

    public static Optional<EventType> named(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }
}
