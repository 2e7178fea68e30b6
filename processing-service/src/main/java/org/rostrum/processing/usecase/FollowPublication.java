package org.rostrum.processing.usecase;

import java.util.Map;
import java.util.Optional;
import org.rostrum.contracts.PublicationEvent;
import org.rostrum.contracts.PublicationEvent.CompilationIssued;
import org.rostrum.contracts.PublicationEvent.ContributionPublished;
import org.rostrum.contracts.PublicationEvent.ContributionUnpublished;
import org.rostrum.contracts.PublicationEvent.PublicationRefused;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.casework.Stage;

/** Shows on the case what publishing did with it. */
public final class FollowPublication {
    private final Transactions transactions;

    public FollowPublication(Transactions transactions) {
        this.transactions = transactions;
    }

    public void follow(PublicationEvent event, Admission admission) {
        transactions.doInOne(books -> {
            if (admission.admit(books)) {
                submissionOf(event)
                        .flatMap(books.cases()::lock)
                        .ifPresent(file -> Casework.replace(books, next(file, event), entry(event)));
            }
        });
    }

    /** The submission that the event is about, if it is about one. */
    static Optional<SubmissionId> submissionOf(PublicationEvent event) {
        return switch (event) {
            case ContributionPublished e -> Optional.of(e.submission());
            case ContributionUnpublished e -> Optional.of(e.submission());
            case PublicationRefused e -> Optional.of(e.submission());
            case CompilationIssued e -> Optional.empty();
        };
    }

    /**
     * Staff may have decided anew since: news of another form than the one that is cleared says nothing about where the
     * case stands now. Publishing speaks in order, so a taking down counts only once this form was said to be online.
     */
    private static Case next(Case file, PublicationEvent event) {
        if (file.stage() instanceof Stage.Public held) {
            return file.at(next(held, event));
        }
        var earlier = file.earlier();
        return earlier == null ? file.at(file.stage()) : file.withEarlier(next(earlier, event));
    }

    private static Stage.Public next(Stage.Public held, PublicationEvent event) {
        var cleared = held.clearance();
        return switch (event) {
            case ContributionPublished e
            when cleared.isOf(e.artefactSha256()) -> held.published(e.path(), e.publishedAt());
            case PublicationRefused e when cleared.isOf(e.artefactSha256()) -> held.refused(e.reason());
            case ContributionUnpublished e when e.version() == cleared.version() -> held.unpublished();
            case ContributionPublished e -> held;
            case PublicationRefused e -> held;
            case ContributionUnpublished e -> held;
            case CompilationIssued e -> held;
        };
    }

    private static HistoryEntry entry(PublicationEvent event) {
        return switch (event) {
            case ContributionPublished e ->
                new HistoryEntry(Happening.PUBLISHED, e.version(), e.publishedAt(), null, Map.of("path", e.path()));
            case ContributionUnpublished e ->
                new HistoryEntry(Happening.UNPUBLISHED, e.version(), e.unpublishedAt(), null, Map.of());
            case PublicationRefused e ->
                new HistoryEntry(
                        Happening.PUBLICATION_REFUSED, e.version(), e.refusedAt(), null, Map.of("reason", e.reason()));
            case CompilationIssued e -> throw new IllegalArgumentException("a compilation is no case's business");
        };
    }
}
