package org.rostrum.intake.domain;

import java.time.Instant;
import java.util.Optional;
import org.rostrum.contracts.ClearanceEvent;
import org.rostrum.contracts.ClearanceEvent.ClearanceRecalled;
import org.rostrum.contracts.ClearanceEvent.DisputeDismissed;
import org.rostrum.contracts.ClearanceEvent.SubmissionCleared;
import org.rostrum.contracts.ClearanceEvent.SubmissionWithheld;
import org.rostrum.contracts.ProcessingEvent;
import org.rostrum.contracts.PublicationEvent;
import org.rostrum.contracts.PublicationEvent.ContributionPublished;

/** The last that each of the other services said of a submission. */
public record LastEvents(
        Optional<ProcessingEvent> processing,
        Optional<ClearanceEvent> clearance,
        Optional<PublicationEvent> publication) {
    public static final LastEvents NONE = new LastEvents(Optional.empty(), Optional.empty(), Optional.empty());

    /** What of it was said of that version or a later one. */
    LastEvents since(int version) {
        return new LastEvents(
                processing.filter(event -> event.version() >= version),
                clearance.filter(event -> event.version() >= version),
                publication.filter(event -> publishedVersion(event) >= version));
    }

    private static int publishedVersion(PublicationEvent event) {
        return event instanceof ContributionPublished published ? published.version() : Integer.MAX_VALUE;
    }

    /** Whether staff have decided since the authorship was disputed then. */
    boolean settles(Instant disputedAt) {
        return clearance.map(event -> settles(event, disputedAt)).orElse(false);
    }

    private static boolean settles(ClearanceEvent event, Instant disputedAt) {
        return switch (event) {
            case DisputeDismissed dismissed ->
                dismissed.disputedAt() == null || !dismissed.disputedAt().isBefore(disputedAt);
            case SubmissionCleared cleared -> cleared.clearedAt().isAfter(disputedAt);
            case SubmissionWithheld withheld -> withheld.withheldAt().isAfter(disputedAt);
            case ClearanceRecalled recalled -> false;
        };
    }

    /** What is on the public site, as far as that is the last that publishing said. */
    Optional<ContributionPublished> published() {
        return publication.filter(ContributionPublished.class::isInstance).map(ContributionPublished.class::cast);
    }

    /** The path of that version on the public site. */
    Optional<String> published(int version) {
        return published().filter(done -> done.version() == version).map(ContributionPublished::path);
    }

    /** The path of an earlier version that is public until staff have decided about the later one. */
    public Optional<String> stillPublic(int standing) {
        return published()
                .filter(done -> done.version() < standing)
                .filter(done -> clearance
                        .map(event -> event.version() < standing && isClearance(event))
                        .orElse(true))
                .map(ContributionPublished::path);
    }

    private static boolean isClearance(ClearanceEvent event) {
        return event instanceof SubmissionCleared || event instanceof DisputeDismissed;
    }
}
