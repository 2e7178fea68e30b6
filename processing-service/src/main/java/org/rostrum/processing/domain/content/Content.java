package org.rostrum.processing.domain.content;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ProcessingEvent.QuarantinedAttachment;
import org.rostrum.contracts.SubmissionManifest.Respondent;

/**
 * Everything that one version of a submission says. Personal: for staff, never for logs or events.
 *
 * @param language main language of its text (BCP 47), if recognised or declared
 */
public record Content(
        Respondent respondent,
        @Nullable String onBehalfOf,
        @Nullable String language,
        @Nullable String summary,
        List<Source> sources,
        List<AttachmentOutcome> attachments,
        List<FiledPassage> passages) {
    public Content {
        sources = List.copyOf(sources);
        attachments = List.copyOf(attachments);
        passages = List.copyOf(passages);
    }

    public Source sourceOf(FiledPassage passage) {
        return sources.stream()
                .filter(source -> source.ordinal() == passage.source())
                .findFirst()
                .orElseThrow();
    }

    public String textOf(FiledPassage passage) {
        return sourceOf(passage).text(passage.span());
    }

    public Optional<FiledPassage> passage(int ordinal) {
        return passages.stream().filter(passage -> passage.ordinal() == ordinal).findFirst();
    }

    /** The same content with other filings. */
    Content with(List<FiledPassage> refiled) {
        return new Content(respondent, onBehalfOf, language, summary, sources, attachments, refiled);
    }

    public int carried() {
        return (int)
                passages.stream().filter(passage -> passage.carriedFrom() > 0).count();
    }

    public int unfiled() {
        return (int) passages.stream()
                .filter(passage -> passage.filing().answersNoQuestion())
                .count();
    }

    /** Nothing could be read: no passage, and at least one attachment in quarantine. */
    public boolean isUnreadable() {
        return passages.isEmpty() && attachments.stream().anyMatch(AttachmentOutcome::isQuarantined);
    }

    /** What the respondent is told: attachments, and files in attachments, that could not be read. */
    public List<QuarantinedAttachment> quarantined() {
        return attachments.stream().flatMap(AttachmentOutcome::toTell).toList();
    }

    /** Leaves everything personal out of logs. */
    @Override
    public String toString() {
        return "Content[" + passages.size() + " passages]";
    }
}
