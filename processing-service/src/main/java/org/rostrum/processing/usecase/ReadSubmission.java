package org.rostrum.processing.usecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.contracts.SubmissionManifest.Answer;
import org.rostrum.contracts.SubmissionManifest.Attachment;
import org.rostrum.processing.domain.content.AttachmentOutcome;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.content.Origin;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.domain.duplicates.Names;
import org.rostrum.processing.domain.duplicates.Slotted;
import org.rostrum.processing.domain.duplicates.Wording;
import org.rostrum.processing.domain.text.Extraction;
import org.rostrum.processing.domain.text.Extraction.Extracted;
import org.rostrum.processing.domain.text.Extraction.Unreadable;
import org.rostrum.processing.domain.text.Layout;
import org.rostrum.processing.domain.text.NormalisedText;

/** Turns a manifest and its files into passages filed under the round's items. */
public final class ReadSubmission {
    private static final int MOST_LANGUAGES = 10;

    private final Attachments attachments;
    private final Extractions extractions;
    private final ReadText texts;
    private volatile ReadText.@Nullable Asked lastAsked;

    public ReadSubmission(
            Attachments attachments,
            Extractions extractions,
            Languages languages,
            DescribeTexts describe,
            RoundModels models) {
        this.attachments = attachments;
        this.extractions = extractions;
        this.texts = new ReadText(languages, describe, models);
    }

    /**
     * What a version says.
     *
     * @param copied sources that are (almost) copies of what was read before, by ordinal: they teach nothing new
     */
    public record Read(Content content, Wording wording, Set<Integer> copied) {
        public Read {
            copied = Set.copyOf(copied);
        }

        /** Passages that nobody has sent before. */
        int fresh() {
            return (int) content.passages().stream()
                    .filter(passage -> !copied.contains(passage.source()))
                    .count();
        }
    }

    /**
     * Reads every box, the free text and every file.
     *
     * @throws Unprocessable if an attachment is missing or tampered with; an unreadable one is an outcome, not an exception
     * @throws Unavailable if the store cannot be asked
     */
    public Read read(SubmissionManifest manifest, Round round) {
        var reading = new Reading(manifest, round);
        manifest.answers().forEach(reading::box);
        reading.freeText(manifest.text());
        var outcomes = manifest.attachments().stream().map(reading::file).toList();
        var content = new Content(
                manifest.respondent(),
                manifest.onBehalfOf(),
                reading.mainLanguage(manifest.language()),
                manifest.summary(),
                reading.sources,
                outcomes,
                reading.passages);
        return new Read(content, Wording.of(reading.wordings), reading.copied);
    }

    /** Keeps no text of the round at hand. */
    void forget(RoundTexts.Of round) {
        texts.forget(round);
    }

    private ReadText.Asked asked(ConsultationId consultation, Round round) {
        var last = lastAsked;
        var asked = last == null ? new ReadText.Asked(consultation, round) : last.orOf(consultation, round);
        lastAsked = asked;
        return asked;
    }

    /** One version being read: sources and passages in reading order. */
    private final class Reading {
        private final ReadText.Asked asked;
        private final SubmissionId submission;
        private final Names names;
        private final List<String> likelyLanguages;
        private final List<Source> sources = new ArrayList<>();
        private final List<FiledPassage> passages = new ArrayList<>();
        private final List<Wording.Part> wordings = new ArrayList<>();
        private final Set<Integer> copied = new HashSet<>();

        Reading(SubmissionManifest manifest, Round round) {
            this.asked = asked(manifest.consultation(), round);
            this.submission = manifest.submission();
            this.names = Names.of(manifest.respondent(), manifest.onBehalfOf());
            this.likelyLanguages = likelyLanguages(manifest, round);
        }

        /** What the respondent said, then those of the questions. */
        private static List<String> likelyLanguages(SubmissionManifest manifest, Round round) {
            return Stream.concat(
                            Stream.ofNullable(manifest.language()),
                            round.items().flatMap(item -> item.text().byLanguage().keySet().stream()))
                    .distinct()
                    .limit(MOST_LANGUAGES)
                    .toList();
        }

        void box(Answer answer) {
            if (!asked.instrument().has(answer.item())) {
                throw new Unprocessable("item-unknown", "A box of the submission is not in its round's instrument.");
            }
            add(new Origin.Box(answer.item()), NormalisedText.ofTyped(answer.text()), Layout.NONE);
        }

        void freeText(@Nullable String typed) {
            if (typed != null && !typed.isBlank()) {
                add(new Origin.FreeText(), NormalisedText.ofTyped(typed), Layout.NONE);
            }
        }

        AttachmentOutcome file(Attachment attachment) {
            return switch (inTemporaryFile(attachment, likelyLanguages)) {
                case Extracted extracted -> {
                    var text = extracted.text();
                    add(new Origin.File(attachment.ordinal()), text, Layout.of(text, extracted.parts()));
                    yield outcome(attachment, extracted);
                }
                case Unreadable unreadable ->
                    new AttachmentOutcome(
                            attachment.ordinal(),
                            attachment.fileName(),
                            attachment.mediaType(),
                            attachment.object(),
                            unreadable.reason(),
                            unreadable.detail().isBlank() ? List.of() : List.of(unreadable.detail()),
                            List.of(),
                            unreadable.unread());
            };
        }

        private static AttachmentOutcome outcome(Attachment attachment, Extracted extracted) {
            return new AttachmentOutcome(
                    attachment.ordinal(),
                    attachment.fileName(),
                    extracted.mediaType(),
                    attachment.object(),
                    null,
                    extracted.warnings(),
                    extracted.flags(),
                    extracted.unread());
        }

        private void add(Origin origin, NormalisedText text, Layout layout) {
            if (text.text().isEmpty()) {
                return;
            }
            var slotted = Slotted.of(text.text(), names);
            var read = texts.read(new ReadText.Sent(submission, origin, text, slotted, names), asked);
            int source = sources.size() + 1;
            sources.add(new Source(source, origin, text.text(), read.language(), layout));
            wordings.add(new Wording.Part(ReadText.place(origin), text.text(), slotted));
            if (read.copied()) {
                copied.add(source);
            }
            read.parts()
                    .forEach(part -> passages.add(new FiledPassage(
                            passages.size() + 1,
                            source,
                            part.span(),
                            text.pageAt(part.span().start()),
                            part.language(),
                            part.filing(),
                            false)));
        }

        /** The language of most of the text; where nothing is recognised, what the respondent said. */
        @Nullable
        String mainLanguage(@Nullable String declared) {
            Map<String, Integer> lengths = passages.stream()
                    .filter(passage -> passage.language() != null)
                    .collect(Collectors.toMap(
                            passage -> String.valueOf(passage.language()),
                            passage -> passage.span().length(),
                            Integer::sum));
            return lengths.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse(declared);
        }
    }

    private Extraction inTemporaryFile(Attachment attachment, List<String> languages) {
        try {
            var file = Files.createTempFile("attachment-", ".bin");
            try {
                attachments.download(attachment.object(), file);
                return extractions.extract(file, attachment.fileName(), attachment.mediaType(), languages);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary file could be made; check the space left on the disk.", e);
        }
    }
}
