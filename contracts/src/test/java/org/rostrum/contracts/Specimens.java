package org.rostrum.contracts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One event of each type, with every field filled, as the golden payloads hold them. */
final class Specimens {
    private static final SubmissionId SUBMISSION = new SubmissionId("1-00112233445566778899aabbccddeeff");
    private static final Reference REFERENCE = Reference.fromDigest(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    private static final ConsultationId CONSULTATION = new ConsultationId("broadband-2026");
    private static final RoundId ROUND = new RoundId("responses");
    private static final Instant THEN = Instant.parse("2026-11-22T09:59:58.123Z");
    private static final String ACCOUNT = "4b1c7a52-0000-4000-8000-000000000001";

    private Specimens() {}

    static Stream<Event> events() {
        return Stream.of(
                new ConsultationEvent.ConsultationDefined(
                        CONSULTATION, 2, definition(null, List.of(), null), THEN, ACCOUNT),
                received(),
                new SubmissionEvent.SubmissionAmended(
                        SUBMISSION,
                        REFERENCE,
                        CONSULTATION,
                        ROUND,
                        2,
                        SubmissionKind.RESPONSE,
                        Publication.PUBLIC,
                        object("rostrum-intake"),
                        0,
                        THEN,
                        List.of(SubmissionFlag.LATE)),
                new SubmissionEvent.SubmissionWithdrawn(
                        SUBMISSION, REFERENCE, CONSULTATION, ROUND, 2, object("rostrum-intake"), THEN),
                new SubmissionEvent.AuthorshipDisputed(SUBMISSION, REFERENCE, CONSULTATION, ROUND, 2, THEN),
                new SubmissionEvent.SubmissionErased(
                        SUBMISSION, REFERENCE, CONSULTATION, ROUND, 2, ErasureGround.RESPONDENT_ASKED, ACCOUNT, THEN),
                processed(quarantined()),
                new ProcessingEvent.SubmissionQuarantined(
                        SUBMISSION, REFERENCE, CONSULTATION, ROUND, 1, quarantined(), THEN),
                new ProcessingEvent.SubmissionParked(
                        SUBMISSION, REFERENCE, CONSULTATION, ROUND, 1, "processing-failed", THEN),
                new ClearanceEvent.SubmissionCleared(
                        SUBMISSION, REFERENCE, CONSULTATION, ROUND, 1, object("rostrum-cleared"), ACCOUNT, THEN),
                new ClearanceEvent.SubmissionWithheld(
                        SUBMISSION, REFERENCE, CONSULTATION, ROUND, 1, "Off topic.", ACCOUNT, THEN),
                new ClearanceEvent.ClearanceRecalled(
                        SUBMISSION, REFERENCE, CONSULTATION, ROUND, 1, "A name was missed.", ACCOUNT, THEN),
                new ClearanceEvent.DisputeDismissed(
                        SUBMISSION, REFERENCE, CONSULTATION, ROUND, 1, "She sent it.", ACCOUNT, THEN, null),
                new PublicationEvent.ContributionPublished(
                        SUBMISSION,
                        REFERENCE,
                        CONSULTATION,
                        ROUND,
                        1,
                        "ab".repeat(32),
                        "/consultations/broadband-2026",
                        THEN),
                new PublicationEvent.ContributionUnpublished(SUBMISSION, REFERENCE, CONSULTATION, ROUND, 1, THEN),
                new PublicationEvent.PublicationRefused(
                        SUBMISSION, REFERENCE, CONSULTATION, ROUND, 1, "ab".repeat(32), "leak-found", THEN),
                new PublicationEvent.CompilationIssued(
                        CONSULTATION, ROUND, "r-12", 12, List.of(object("rostrum-public")), THEN));
    }

    /** Events with the optional fields that came after their first release, by a name for each. */
    static Map<String, Event> withLaterFields() {
        return Map.of(
                "flagged",
                received(List.of(SubmissionFlag.IN_GRACE), null),
                "mailed",
                received(List.of(), true),
                "not-mailed",
                received(List.of(), false),
                "inside",
                processed(List.of(new ProcessingEvent.QuarantinedAttachment(2, "encrypted", 3))),
                "extended",
                new ConsultationEvent.ConsultationDefined(
                        CONSULTATION, 2, definition(LatePolicy.ACCEPT, List.of(extension()), 600), THEN, ACCOUNT),
                "settling",
                new ClearanceEvent.DisputeDismissed(
                        SUBMISSION, REFERENCE, CONSULTATION, ROUND, 1, "She sent it.", ACCOUNT, THEN, THEN));
    }

    private static Extension extension() {
        return new Extension(
                new Boundary("2026-08-31"),
                new Boundary("2026-09-07"),
                LocalizedText.english("The translations came late."),
                THEN);
    }

    static SubmissionEvent.SubmissionReceived received() {
        return received(List.of(), null);
    }

    private static SubmissionEvent.SubmissionReceived received(
            List<SubmissionFlag> flags, @Nullable Boolean receiptByMail) {
        return new SubmissionEvent.SubmissionReceived(
                SUBMISSION,
                REFERENCE,
                CONSULTATION,
                ROUND,
                1,
                SubmissionKind.RESPONSE,
                Publication.ANONYMOUS,
                object("rostrum-intake"),
                2,
                THEN,
                flags,
                receiptByMail);
    }

    private static ProcessingEvent processed(List<ProcessingEvent.QuarantinedAttachment> quarantined) {
        return new ProcessingEvent.SubmissionProcessed(
                SUBMISSION, REFERENCE, CONSULTATION, ROUND, 1, 7, 2, quarantined, THEN);
    }

    private static List<ProcessingEvent.QuarantinedAttachment> quarantined() {
        return List.of(new ProcessingEvent.QuarantinedAttachment(2, "encrypted"));
    }

    private static ObjectRef object(String bucket) {
        return new ObjectRef(bucket, "some/key.json", "ab".repeat(32), 1234);
    }

    private static ConsultationDefinition definition(
            @Nullable LatePolicy late, List<Extension> extensions, @Nullable Integer challengeAbove) {
        var title = new LinkedHashMap<String, String>();
        title.put("en", "Broadband for all");
        title.put("fr", "Le haut débit pour tous");
        var area = new Item(
                new ItemNumber("1.a"), ItemKind.AREA, LocalizedText.english("IPv6"), null, List.of(), List.of());
        var question = new Item(
                new ItemNumber("1"),
                ItemKind.QUESTION,
                LocalizedText.english("What helps?"),
                LocalizedText.english("Help"),
                List.of(SubmissionKind.RESPONSE),
                List.of(area));
        var round = new Round(
                ROUND,
                LocalizedText.english("Responses"),
                Audience.EVERYONE,
                List.of(SubmissionKind.RESPONSE),
                new Boundary("2026-03-19T00:00"),
                new Boundary("2026-09-07"),
                Duration.ofMinutes(10),
                LocalizedText.english("Open consultation meeting"),
                List.of(question),
                null,
                late,
                extensions,
                challengeAbove);
        return new ConsultationDefinition(
                CONSULTATION,
                new LocalizedText(title),
                LocalizedText.english("The Council"),
                "CL-26/1",
                "consultation@example.org",
                ZoneId.of("Europe/Zurich"),
                List.of("en"),
                List.of("fr"),
                List.of(LocalizedText.english("Academia")),
                LocalizedText.english("All responses are made public."),
                "CWG/INF/{n}",
                List.of(LocalizedText.english("Access")),
                List.of(round));
    }
}
