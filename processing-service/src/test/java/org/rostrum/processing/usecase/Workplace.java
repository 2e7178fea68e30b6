package org.rostrum.processing.usecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ConsultationEvent.ConsultationDefined;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Event;
import org.rostrum.contracts.EventCodec;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionEvent;
import org.rostrum.contracts.SubmissionEvent.AuthorshipDisputed;
import org.rostrum.contracts.SubmissionEvent.SubmissionAmended;
import org.rostrum.contracts.SubmissionEvent.SubmissionReceived;
import org.rostrum.contracts.SubmissionEvent.SubmissionWithdrawn;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.SubmissionKind;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.contracts.SubmissionManifest.Answer;
import org.rostrum.contracts.SubmissionManifest.Attachment;
import org.rostrum.contracts.SubmissionManifest.Respondent;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.StaffMember;
import org.rostrum.processing.domain.text.Extraction;
import org.rostrum.processing.domain.text.RawBlock;

/** All of processing around books in memory; its neighbours do as they are told. */
final class Workplace {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final StaffMember ADA = new StaffMember("ada-subject", "Ada");
    static final ConsultationId CONSULTATION = new ConsultationId("demo");
    static final RoundId ROUND = new RoundId("first");
    static final SubmissionId SUBMISSION = new SubmissionId("1-" + "0".repeat(32));
    static final Reference REFERENCE = Reference.fromDigest(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    static final FlagTexts FLAGS = new FlagTexts((text, country) -> List.of());
    RoundId round = ROUND;
    String stakeholderGroup = "Civil society";
    List<SubmissionFlag> flags = List.of();
    static final String ANSWER = "We agree with Zoë Müller of Digital Rights; write to zoe@rights.example for details.";

    final InMemoryTransactions transactions = new InMemoryTransactions();
    final Map<String, SubmissionManifest> manifests = new HashMap<>();
    final Map<String, PublicContribution> artefacts = new HashMap<>();
    final Deque<RuntimeException> failures = new ArrayDeque<>();
    final List<Duration> pauses = new ArrayList<>();
    Extraction extraction =
            new Extraction.Extracted("text/plain", List.of(RawBlock.paragraph("Text of the attachment.")));

    Instant now = NOON;
    Runnable onPause = () -> {};
    final Artefacts forms = new Artefacts() {
        @Override
        public ObjectRef store(PublicContribution contribution) {
            return Workplace.this.store(contribution);
        }

        @Override
        public void removeAll(SubmissionId submission) {
            if (!failures.isEmpty()) {
                throw failures.removeFirst();
            }
            artefacts.values().removeIf(form -> form.submission().equals(submission));
        }
    };
    final ForgottenTexts forgotten = new ForgottenTexts(this::now);
    final RoundModels models = new RoundModels(TestFeatures.DESCRIBE);
    final LearnRounds learning = new LearnRounds(transactions, TestFeatures.DESCRIBE, models, this::now, this::pause);
    private final ReadSubmission reader = new ReadSubmission(
            this::noDownload, this::extract, text -> Optional.of("en"), TestFeatures.DESCRIBE, models);
    private final ProcessSubmission processing =
            new ProcessSubmission(transactions, this::manifest, reader, learning, () -> NOON);

    {
        forgotten.tell(processing::forget);
    }

    final HandleEvents events = new HandleEvents(
            transactions,
            new RecordDefinition(transactions),
            processing,
            new WithdrawSubmission(transactions),
            new DisputeAuthorship(transactions),
            new EraseSubmission(transactions, forms, learning, forgotten),
            new FollowPublication(transactions),
            new ParkSubmission(transactions, () -> NOON),
            new Patience(3, Duration.ofMillis(100), Duration.ofSeconds(1)),
            pauses::add);
    final List<SubmissionEvent> log = new ArrayList<>();
    final ReplaySubmissions replays = new ReplaySubmissions(
            transactions,
            log::forEach,
            this::manifest,
            reader,
            processing,
            new WithdrawSubmission(transactions),
            new EraseSubmission(transactions, forms, learning, forgotten),
            () -> NOON,
            Runnable::run);
    final ClearSubmission clearing = new ClearSubmission(transactions, forms, FLAGS, () -> NOON);
    final MovePassage moving = new MovePassage(transactions, learning, () -> NOON);
    final WithholdSubmission withholding = new WithholdSubmission(transactions, () -> NOON);
    final RecallClearance recalling = new RecallClearance(transactions, () -> NOON);
    final DismissDispute dismissing = new DismissDispute(transactions, () -> NOON);
    final ReleaseSubmission releasing = new ReleaseSubmission(transactions, () -> NOON);

    private void pause(Duration time) {
        onPause.run();
        now = now.plus(time);
    }

    private Instant now() {
        return now;
    }

    private SubmissionManifest manifest(ObjectRef reference) {
        if (!failures.isEmpty()) {
            throw failures.removeFirst();
        }
        return Optional.ofNullable(manifests.get(reference.key()))
                .orElseThrow(() -> new Unprocessable("manifest-missing", "not there"));
    }

    private void noDownload(ObjectRef attachment, Path file) {}

    private Extraction extract(Path file, String fileName, String mediaType) {
        return extraction;
    }

    void filesAreUnreadable() {
        extraction = Extraction.Unreadable.because(QuarantineReason.ENCRYPTED);
    }

    private ObjectRef store(PublicContribution contribution) {
        var json = new String(Json.writeCanonical(contribution), StandardCharsets.UTF_8);
        var sha256 = "%064x".formatted(json.hashCode() & 0xffffffffL);
        artefacts.put(sha256, contribution);
        return new ObjectRef("cleared", "cleared/" + sha256, sha256, json.length());
    }

    static ConsultationDefinition definition() {
        try {
            return Json.yamlMapper().readValue("""
                            id: demo
                            title: Demo
                            organiser: We
                            zone: Europe/Zurich
                            stakeholderGroups: [{ en: Civil society, fr: Société civile }, Governments]
                            rounds:
                              - id: first
                                opens: 2026-01-01
                                accepts: [response]
                                instrument:
                                  - { number: "1", kind: question, text: "What should be done about cables?" }
                                  - { number: "2", kind: question, text: "Who should pay for satellites?" }
                            """, ConsultationDefinition.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void isDefined() {
        handle("defined-1", new ConsultationDefined(CONSULTATION, 1, definition(), NOON, "max"));
    }

    SubmissionReceived receivedEvent(Publication publication, int attachments) {
        var files = IntStream.rangeClosed(1, attachments)
                .mapToObj(ordinal -> new Attachment(ordinal, "zoe.pdf", "application/pdf", object("file-" + ordinal)))
                .toList();
        return received(publication, List.of(new Answer(new ItemNumber("1"), ANSWER)), null, files);
    }

    SubmissionReceived received(
            Publication publication, List<Answer> answers, @Nullable String text, List<Attachment> attachments) {
        manifests.put("manifest", manifest(1, publication, answers, text, attachments));
        return new SubmissionReceived(
                SUBMISSION,
                REFERENCE,
                CONSULTATION,
                round,
                1,
                SubmissionKind.RESPONSE,
                publication,
                object("manifest"),
                attachments.size(),
                NOON,
                flags);
    }

    /** A later version that answers these items, in order. */
    SubmissionAmended amended(int version, Publication publication, String... answers) {
        var boxes = IntStream.range(0, answers.length)
                .mapToObj(i -> new Answer(new ItemNumber(String.valueOf(i + 1)), answers[i]))
                .toList();
        var key = "manifest-" + version;
        manifests.put(key, manifest(version, publication, boxes, null, List.of()));
        return new SubmissionAmended(
                SUBMISSION,
                REFERENCE,
                CONSULTATION,
                round,
                version,
                SubmissionKind.RESPONSE,
                publication,
                object(key),
                0,
                NOON.plusSeconds(version),
                flags);
    }

    static SubmissionWithdrawn withdrawn(int version) {
        return new SubmissionWithdrawn(
                SUBMISSION, REFERENCE, CONSULTATION, ROUND, version, object("withdrawal"), NOON.plusSeconds(60));
    }

    static AuthorshipDisputed disputed(int seconds) {
        return new AuthorshipDisputed(SUBMISSION, REFERENCE, CONSULTATION, ROUND, 1, NOON.plusSeconds(seconds));
    }

    /** A submission of its own number, typed as one text. */
    SubmissionReceived typed(int number, String text) {
        return typed(
                number, new Respondent("Zoë", "Müller", "Counsel", "Digital Rights", "CH", stakeholderGroup), text);
    }

    SubmissionReceived typed(int number, Respondent respondent, String text) {
        var submission = new SubmissionId("1-%032x".formatted(number));
        var reference =
                Reference.fromDigest(ByteBuffer.allocate(10).putInt(number).array());
        var key = "typed-" + number;
        manifests.put(
                key, manifest(submission, reference, 1, respondent, Publication.PUBLIC, List.of(), text, List.of()));
        return new SubmissionReceived(
                submission,
                reference,
                CONSULTATION,
                round,
                1,
                SubmissionKind.RESPONSE,
                Publication.PUBLIC,
                object(key),
                0,
                NOON,
                flags);
    }

    /** A submission of its own number, written into boxes. */
    SubmissionReceived answered(int number, Respondent respondent, Publication publication, List<Answer> answers) {
        var submission = new SubmissionId("1-%032x".formatted(number));
        var reference =
                Reference.fromDigest(ByteBuffer.allocate(10).putInt(number).array());
        var key = "answered-" + number;
        manifests.put(key, manifest(submission, reference, 1, respondent, publication, answers, null, List.of()));
        return new SubmissionReceived(
                submission,
                reference,
                CONSULTATION,
                round,
                1,
                SubmissionKind.RESPONSE,
                publication,
                object(key),
                0,
                NOON,
                flags);
    }

    private SubmissionManifest manifest(
            int version,
            Publication publication,
            List<Answer> answers,
            @Nullable String text,
            List<Attachment> attachments) {
        var zoe = new Respondent("Zoë", "Müller", "Counsel", "Digital Rights", "CH", stakeholderGroup);
        return manifest(SUBMISSION, REFERENCE, version, zoe, publication, answers, text, attachments);
    }

    private SubmissionManifest manifest(
            SubmissionId submission,
            Reference reference,
            int version,
            Respondent respondent,
            Publication publication,
            List<Answer> answers,
            @Nullable String text,
            List<Attachment> attachments) {
        return new SubmissionManifest(
                SubmissionManifest.SCHEMA,
                submission,
                reference,
                version,
                CONSULTATION,
                round,
                SubmissionKind.RESPONSE,
                NOON,
                "digest",
                1,
                respondent,
                null,
                "en",
                publication,
                true,
                "Summary by Zoë Müller of Switzerland",
                answers,
                text,
                attachments,
                null,
                null,
                flags,
                null,
                version == 1 ? null : "0".repeat(64));
    }

    static ObjectRef object(String key) {
        return new ObjectRef("intake", key, "0".repeat(64), 1);
    }

    void handle(String id, Event event) {
        if (event instanceof SubmissionEvent told) {
            log.add(told);
        }
        try {
            events.handle(raw(id, event));
        } catch (EventCodec.Undecodable e) {
            throw new AssertionError(e);
        }
    }

    static RawEvent raw(String id, Event event) {
        var encoded = EventCodec.encode(id, NOON, event);
        return new RawEvent(
                encoded.topic(),
                encoded.key(),
                encoded.headers(),
                encoded.json().getBytes(StandardCharsets.UTF_8));
    }

    /** A processed submission. */
    Workplace with(Publication publication) {
        isDefined();
        handle("received-1", receivedEvent(publication, 0));
        return this;
    }

    Case file() {
        return transactions
                .inOne(books -> books.cases().find(REFERENCE))
                .orElseThrow(() -> new AssertionError("there is no case"));
    }

    CaseView view() {
        return new ViewCase(transactions, Workplace.FLAGS).view(REFERENCE).orElseThrow();
    }
}
