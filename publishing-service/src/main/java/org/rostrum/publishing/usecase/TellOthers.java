package org.rostrum.publishing.usecase;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rostrum.contracts.PublicationEvent;
import org.rostrum.contracts.PublicationEvent.ContributionPublished;
import org.rostrum.contracts.PublicationEvent.ContributionUnpublished;
import org.rostrum.contracts.PublicationEvent.PublicationRefused;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.publishing.domain.Announced;
import org.rostrum.publishing.domain.EventIds;
import org.rostrum.publishing.domain.PublicRecord;
import org.rostrum.publishing.domain.PublishedContribution;
import org.rostrum.publishing.domain.SitePath;
import org.rostrum.publishing.domain.Standing;

/** Announces what changed on the site, once: what was announced in an earlier life is not announced again. */
final class TellOthers {
    private final LivingRecord record;
    private final Announcements announcements;
    private final Alarms alarms;
    private final InstantSource clock;

    TellOthers(LivingRecord record, Announcements announcements, Alarms alarms, InstantSource clock) {
        this.record = record;
        this.announcements = announcements;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** What is to be announced under which id. */
    private record Announcement(String eventId, PublicationEvent event) {}

    void ofSubmissions(Collection<SubmissionId> submissions) {
        for (var submission : submissions) {
            record.read(r -> due(r, submission)).ifPresent(this::tell);
        }
    }

    void ofRefusals(List<CheckClearances.Refusal> refusals) {
        refusals.stream().map(this::announcement).forEach(this::tell);
    }

    private void tell(Announcement announcement) {
        if (record.read(r -> r.announced().contains(announcement.eventId()))) {
            return;
        }
        announcements.announce(announcement.eventId(), announcement.event());
        record.change(r -> {
            r.announced().take(announcement.eventId(), announcement.event());
            return true;
        });
    }

    private Optional<Announcement> due(PublicRecord r, SubmissionId submission) {
        var before = r.announced().publishing(submission);
        return switch (r.standing(submission).orElse(null)) {
            case null -> Optional.empty();
            case Standing.Shown shown -> published(r, shown.contribution());
            case Standing.Gone ignored -> before.map(this::unpublished);
            case Standing.Hidden ignored -> before.map(this::unpublished);
        };
    }

    private Optional<Announcement> published(PublicRecord r, PublishedContribution contribution) {
        var content = contribution.content();
        var id = EventIds.published(contribution.clearance());
        var isDefined = r.find(content.consultation())
                .flatMap(found -> found.definition())
                .isPresent();
        if (!isDefined || r.announced().contains(id)) {
            return Optional.empty();
        }
        var now = clock.instant();
        alarms.published(Duration.between(contribution.clearedAt(), now));
        return Optional.of(new Announcement(
                id,
                new ContributionPublished(
                        content.submission(),
                        content.reference(),
                        content.consultation(),
                        content.round(),
                        content.version(),
                        contribution.artefactSha256(),
                        SitePath.contribution(content.consultation(), content.reference())
                                .value(),
                        now)));
    }

    private Announcement unpublished(Announced.Publishing before) {
        var event = before.event();
        return new Announcement(
                EventIds.unpublished(before.eventId()),
                new ContributionUnpublished(
                        event.submission(),
                        event.reference(),
                        event.consultation(),
                        event.round(),
                        event.version(),
                        clock.instant()));
    }

    private Announcement announcement(CheckClearances.Refusal refusal) {
        var cleared = refusal.clearance().cleared();
        return new Announcement(
                EventIds.refused(refusal.clearance().clearance(), refusal.reason()),
                new PublicationRefused(
                        cleared.submission(),
                        cleared.reference(),
                        cleared.consultation(),
                        cleared.round(),
                        cleared.version(),
                        cleared.artefact().sha256(),
                        refusal.reason().code(),
                        clock.instant()));
    }
}
