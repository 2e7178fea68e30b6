package org.rostrum.processing.usecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.contracts.SubmissionManifest.Answer;
import org.rostrum.contracts.SubmissionManifest.Attachment;
import org.rostrum.processing.domain.content.AttachmentOutcome;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.content.Origin;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.domain.filing.Filer;
import org.rostrum.processing.domain.filing.Filing;
import org.rostrum.processing.domain.filing.Instrument;
import org.rostrum.processing.domain.text.Extraction;
import org.rostrum.processing.domain.text.Extraction.Extracted;
import org.rostrum.processing.domain.text.Extraction.Unreadable;
import org.rostrum.processing.domain.text.NormalisedText;
import org.rostrum.processing.domain.text.Passage;
import org.rostrum.processing.domain.text.Splitting;

/** Turns a manifest and its files into passages filed under the round's items. */
public final class ReadSubmission {
    private final Attachments attachments;
    private final Extractions extractions;
    private final Languages languages;
    private final DescribeTexts describe;
    private final RoundModels models;

    public ReadSubmission(
            Attachments attachments,
            Extractions extractions,
            Languages languages,
            DescribeTexts describe,
            RoundModels models) {
        this.attachments = attachments;
        this.extractions = extractions;
        this.languages = languages;
        this.describe = describe;
        this.models = models;
    }

    /**
     * Reads every box, the free text and every file.
     *
     * @throws Unprocessable if an attachment is missing or tampered with; an unreadable one is an outcome, not an exception
     * @throws Unavailable if the store cannot be asked
     */
    public Content read(SubmissionManifest manifest, Round round) {
        var reading = new Reading(manifest.consultation(), round);
        manifest.answers().forEach(reading::box);
        reading.freeText(manifest.text());
        var outcomes = manifest.attachments().stream().map(reading::file).toList();
        return new Content(
                manifest.respondent(),
                manifest.onBehalfOf(),
                reading.mainLanguage(manifest.language()),
                manifest.summary(),
                reading.sources,
                outcomes,
                reading.passages);
    }

    /** One version being read: sources and passages in reading order. */
    private final class Reading {
        private final Instrument instrument;
        private final Filer filer;
        private final ConsultationId consultation;
        private final Round round;
        private final List<Source> sources = new ArrayList<>();
        private final List<FiledPassage> passages = new ArrayList<>();

        Reading(ConsultationId consultation, Round round) {
            this.consultation = consultation;
            this.round = round;
            this.instrument = Instrument.of(round);
            this.filer = new Filer(instrument);
        }

        void box(Answer answer) {
            if (!instrument.has(answer.item())) {
                throw new Unprocessable("item-unknown", "A box of the submission is not in its round's instrument.");
            }
            var text = NormalisedText.ofTyped(answer.text());
            var split = Splitting.box(text);
            add(
                    new Origin.Box(answer.item()),
                    text,
                    split,
                    languagesOf(text, split),
                    filer.fileBox(answer.item(), split));
        }

        void freeText(@Nullable String typed) {
            if (typed != null && !typed.isBlank()) {
                document(new Origin.FreeText(), NormalisedText.ofTyped(typed));
            }
        }

        AttachmentOutcome file(Attachment attachment) {
            return switch (inTemporaryFile(attachment)) {
                case Extracted extracted -> {
                    document(new Origin.File(attachment.ordinal()), extracted.text());
                    yield outcome(attachment, extracted);
                }
                case Unreadable unreadable ->
                    new AttachmentOutcome(
                            attachment.ordinal(),
                            attachment.fileName(),
                            attachment.mediaType(),
                            attachment.object(),
                            unreadable.reason(),
                            unreadable.detail().isBlank() ? List.of() : List.of(unreadable.detail()));
            };
        }

        private static AttachmentOutcome outcome(Attachment attachment, Extracted extracted) {
            return new AttachmentOutcome(
                    attachment.ordinal(),
                    attachment.fileName(),
                    extracted.mediaType(),
                    attachment.object(),
                    null,
                    extracted.warnings());
        }

        private void document(Origin origin, NormalisedText text) {
            var split = Splitting.document(text, filer.outline());
            if (text.text().isEmpty()) {
                return;
            }
            var spoken = languagesOf(text, split);
            var features = describe.passages(IntStream.range(0, split.size())
                    .mapToObj(i -> new DescribeTexts.Text(split.get(i).text(), spoken.of(i)))
                    .toList());
            add(origin, text, split, spoken, filer.fileDocument(split, features, models.of(consultation, round)));
        }

        /** The languages of a source and of each of its passages. */
        private record Spoken(@Nullable String whole, List<Optional<String>> parts) {
            @Nullable
            String of(int passage) {
                return parts.get(passage).orElse(whole);
            }
        }

        private Spoken languagesOf(NormalisedText text, List<Passage> split) {
            return new Spoken(
                    languages.detect(text.text()).orElse(null),
                    split.stream()
                            .map(passage -> languages.detect(passage.text()))
                            .toList());
        }

        private void add(Origin origin, NormalisedText text, List<Passage> split, Spoken spoken, List<Filing> filings) {
            if (text.text().isEmpty()) {
                return;
            }
            int source = sources.size() + 1;
            sources.add(new Source(source, origin, text.text(), spoken.whole()));
            for (int i = 0; i < split.size(); i++) {
                var passage = split.get(i);
                passages.add(new FiledPassage(
                        passages.size() + 1,
                        source,
                        passage.span(),
                        passage.page(),
                        spoken.of(i),
                        filings.get(i),
                        false));
            }
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

    private Extraction inTemporaryFile(Attachment attachment) {
        try {
            var file = Files.createTempFile("attachment-", ".bin");
            try {
                attachments.download(attachment.object(), file);
                return extractions.extract(file, attachment.fileName(), attachment.mediaType());
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary file could be made; check the space left on the disk.", e);
        }
    }
}
