package org.rostrum.publishing.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.PublicationEvent;
import org.rostrum.contracts.PublicationEvent.CompilationIssued;
import org.rostrum.contracts.PublicationEvent.ContributionPublished;
import org.rostrum.contracts.PublicationEvent.ContributionUnpublished;
import org.rostrum.contracts.PublicationEvent.PublicationRefused;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionId;

/** What publishing already told the other services, read from its own topic, so that a restart repeats nothing. */
public final class Announced {
    private final Set<String> eventIds = new HashSet<>();
    private final Map<SubmissionId, Publishing> published = new HashMap<>();
    private final Map<RoundKey, Issue> issues = new HashMap<>();

    private record RoundKey(ConsultationId consultation, RoundId round) {}

    /** An announcement of a contribution that still holds for the others. */
    public record Publishing(String eventId, ContributionPublished event) {}

    /**
     * The newest compilation that was announced for a round.
     *
     * @param count how many were announced so far
     */
    public record Issue(int count, String revision) {}

    public void take(String eventId, PublicationEvent event) {
        if (!eventIds.add(eventId)) {
            return;
        }
        switch (event) {
            case ContributionPublished e -> published.put(e.submission(), new Publishing(eventId, e));
            case ContributionUnpublished e -> published.remove(e.submission());
            case PublicationRefused ignored -> {}
            case CompilationIssued e ->
                issues.merge(
                        new RoundKey(e.consultation(), e.round()),
                        new Issue(1, e.revision()),
                        (before, now) -> new Issue(before.count() + 1, now.revision()));
        }
    }

    public boolean contains(String eventId) {
        return eventIds.contains(eventId);
    }

    /** What makes the others believe that a submission is public. */
    public Optional<Publishing> publishing(SubmissionId submission) {
        return Optional.ofNullable(published.get(submission));
    }

    public Issue issue(ConsultationId consultation, RoundId round) {
        return issues.getOrDefault(new RoundKey(consultation, round), new Issue(0, ""));
    }
}
