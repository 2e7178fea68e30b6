package org.rostrum.processing.adapter.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionEvent.SubmissionReceived;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.SubmissionKind;
import org.rostrum.contracts.SubmissionManifest.Respondent;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.Clearance;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.casework.StaffMember;
import org.rostrum.processing.domain.casework.Stage;
import org.rostrum.processing.domain.content.AttachmentOutcome;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.content.Origin;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.domain.filing.Candidate;
import org.rostrum.processing.domain.filing.Filing;
import org.rostrum.processing.domain.text.Span;
import org.rostrum.processing.domain.text.UnreadFile;
import org.rostrum.processing.usecase.CaseSummary;
import org.rostrum.processing.usecase.CaseView;

/** Cases as staff meet them. */
final class Samples {
    static final Instant RECEIVED = Instant.parse("2026-09-07T21:59:12.345Z");
    static final StaffMember ADA = new StaffMember("subject-ada", "Ada Staff");

    private Samples() {}

    static Reference reference(int n) {
        return Reference.fromDigest(new byte[] {(byte) n, 7, 1, 9, 3, (byte) (n * 31), 5, 2});
    }

    static ConsultationDefinition consultation(String itemText) {
        return Json.mapper()
                .convertValue(
                        Map.of(
                                "id", "open-rivers-2026",
                                "title", "Rivers that stay open",
                                "organiser", "Example Organisation",
                                "zone", "Europe/Zurich",
                                "stakeholderGroups", List.of("Private sector"),
                                "rounds",
                                        List.of(
                                                Map.of(
                                                        "id", "open",
                                                        "title", "First round",
                                                        "accepts", List.of("response"),
                                                        "opens", "2026-01-01",
                                                        "closes", "2026-09-07",
                                                        "instrument",
                                                                List.of(
                                                                        item(
                                                                                "1",
                                                                                "question",
                                                                                "How relevant are rivers to trade where you live?"),
                                                                        Map.of(
                                                                                "number", "2",
                                                                                "kind", "question",
                                                                                "text",
                                                                                        "Which obstacles do you meet, and what would remove them?",
                                                                                "areas",
                                                                                        List.of(
                                                                                                item(
                                                                                                        "2.a",
                                                                                                        "area",
                                                                                                        "locks and bridges, their hours and their height"),
                                                                                                item(
                                                                                                        "2.b", "area",
                                                                                                        itemText),
                                                                                                item(
                                                                                                        "2.e",
                                                                                                        "area",
                                                                                                        "forms, languages and fees at the border"))),
                                                                        item(
                                                                                "3",
                                                                                "question",
                                                                                "Is there anything else that you want to say?"))))),
                        ConsultationDefinition.class);
    }

    private static Map<String, Object> item(String number, String kind, String text) {
        return Map.of("number", number, "kind", kind, "text", text);
    }

    static Case file(int n, Publication publication, Stage stage) {
        var received = new SubmissionReceived(
                new SubmissionId("1-" + "%032x".formatted(n)),
                reference(n),
                new ConsultationId("open-rivers-2026"),
                new RoundId("open"),
                1,
                SubmissionKind.RESPONSE,
                publication,
                object(),
                2,
                RECEIVED.minusSeconds(n * 4711L),
                List.of());
        return Case.opened(received)
                .at(new Stage.InProcess())
                .at(new Stage.InProcess())
                .at(stage);
    }

    static ObjectRef object() {
        return new ObjectRef("rostrum-intake", "attachments/1-a/1/1-b", "a".repeat(64), 48_211);
    }

    static Clearance clearance(boolean changedSince) {
        return new Clearance(1, object(), ADA.subject(), RECEIVED.plusSeconds(3600), changedSince);
    }

    static CaseSummary line(Case file, @Nullable String from, @Nullable String language, int unfiled, int quarantined) {
        return new CaseSummary(file, from, language, 12, unfiled, quarantined);
    }

    /** A case whose every text of a stranger is the given one, where it is given. */
    static CaseView view(Case file, @Nullable String everywhere) {
        return new CaseView(
                file,
                Optional.of(consultation(everywhere == null ? "depth of the fairway in dry summers" : everywhere)),
                Optional.of(content(everywhere)),
                Optional.empty(),
                history(everywhere));
    }

    static Content content(@Nullable String everywhere) {
        var reader = new Reading();
        reader.typed(
                "2.b",
                text(
                        everywhere,
                        "In dry summers the fairway is 40 cm too shallow from July to October. A gauge with hourly figures would help more than dredging; write to pilots@example.org for ours."));
        reader.free(text(everywhere, "We are a cooperative of eleven skippers."));
        reader.file(
                1,
                heading("2.a Locks and bridges", FilingBasis.HEADING, 0.86, "2.a"),
                heading(
                        text(
                                everywhere,
                                "The bridge at Oberau opens twice a day. Ana Silva and the Skippers' Cooperative asked for four openings in 2024 and again in 2025."),
                        FilingBasis.HEADING,
                        0.86,
                        "2.a"),
                heading(
                        text(everywhere, "Forms are asked for in three languages, of which no crew speaks all."),
                        FilingBasis.CONTENT,
                        0.62,
                        "2.e"),
                heading(
                        text(everywhere, "Nos équipages attendent en moyenne onze heures à l’écluse."),
                        FilingBasis.CONTENT,
                        0.41,
                        "2.a"),
                unfiled(text(everywhere, "Thank you for asking us before the rules are written, and not after.")),
                heading("السفن تنتظر عند الجسر إحدى عشرة ساعة في المتوسط.", FilingBasis.CONTENT, 0.38, "2.a"));
        return new Content(
                new Respondent(
                        text(everywhere, "Ana"),
                        text(everywhere, "Silva"),
                        text(everywhere, "Secretary"),
                        text(everywhere, "Skippers' Cooperative of the Upper Rhine"),
                        text(everywhere, "Switzerland"),
                        text(everywhere, "Private sector")),
                text(everywhere, "Eleven family firms"),
                "en",
                text(everywhere, "More openings, fewer forms. Reach us: office@example.org"),
                reader.sources,
                List.of(
                        new AttachmentOutcome(
                                1,
                                text(everywhere, "position of the skippers.docx"),
                                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                                object(),
                                null,
                                List.of(text(everywhere, "Two pictures were left out.")),
                                List.of(),
                                List.of(new UnreadFile(
                                        3, text(everywhere, "annexes / locked.pdf"), QuarantineReason.ENCRYPTED))),
                        new AttachmentOutcome(
                                2,
                                text(everywhere, "scan-0007.pdf"),
                                text(everywhere, "application/pdf"),
                                object(),
                                QuarantineReason.NO_TEXT,
                                List.of())),
                reader.passages);
    }

    private record Part(String text, Filing filing) {}

    private static Part heading(String text, FilingBasis basis, double confidence, String item) {
        return new Part(
                text,
                new Filing(
                        List.of(new ItemNumber(item)),
                        confidence,
                        basis,
                        List.of(new Candidate(new ItemNumber("2.b"), 0.31), new Candidate(new ItemNumber("3"), 0.12))));
    }

    private static Part unfiled(String text) {
        return new Part(
                text,
                new Filing(List.of(), 0.2, FilingBasis.CONTENT, List.of(new Candidate(new ItemNumber("3"), 0.2))));
    }

    private static final class Reading {
        private final List<Source> sources = new ArrayList<>();
        private final List<FiledPassage> passages = new ArrayList<>();

        void typed(String item, String text) {
            add(new Origin.Box(new ItemNumber(item)), List.of(new Part(text, Filing.inBox(new ItemNumber(item)))));
        }

        void free(String text) {
            add(
                    new Origin.FreeText(),
                    List.of(new Part(text, Filing.byStaff(List.of(new ItemNumber("1"), new ItemNumber("3"))))));
        }

        void file(int ordinal, Part... parts) {
            add(new Origin.File(ordinal), List.of(parts));
        }

        private void add(Origin origin, List<Part> parts) {
            int source = sources.size() + 1;
            var text = new StringBuilder(origin instanceof Origin.File ? "Position paper\n\n" : "");
            for (var part : parts) {
                int start = text.length();
                text.append(part.text());
                boolean arabic = part.text().startsWith("ال");
                passages.add(new FiledPassage(
                        passages.size() + 1,
                        source,
                        new Span(start, text.length()),
                        origin instanceof Origin.File ? 3 : 0,
                        arabic ? "ar" : part.text().startsWith("Nos") ? "fr" : "en",
                        part.filing(),
                        part.filing().basis() == FilingBasis.STAFF));
                text.append("\n\n");
            }
            sources.add(new Source(source, origin, text.toString().strip(), "en"));
        }
    }

    private static List<HistoryEntry> history(@Nullable String everywhere) {
        var moved = new LinkedHashMap<String, String>();
        moved.put("passage", "2");
        moved.put("from", "");
        moved.put("to", "1, 3");
        return List.of(
                new HistoryEntry(Happening.RECEIVED, 1, RECEIVED, null, Map.of()),
                new HistoryEntry(
                        Happening.PROCESSED,
                        1,
                        RECEIVED.plusSeconds(2),
                        null,
                        Map.of("passages", "8", "unfiled", "2", "quarantined", "1")),
                new HistoryEntry(
                        Happening.MOVED,
                        1,
                        RECEIVED.plusSeconds(600),
                        new StaffMember(ADA.subject(), text(everywhere, ADA.name())),
                        moved),
                new HistoryEntry(
                        Happening.WITHHELD,
                        1,
                        RECEIVED.plusSeconds(900),
                        ADA,
                        Map.of("reason", text(everywhere, "Please send the picture on page 2 without faces."))));
    }

    private static String text(@Nullable String everywhere, String otherwise) {
        return everywhere == null ? otherwise : everywhere;
    }
}
