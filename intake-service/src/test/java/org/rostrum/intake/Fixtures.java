package org.rostrum.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.RoundId;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.domain.Limits;
import org.rostrum.intake.domain.OfferedFile;
import org.rostrum.intake.domain.SubmissionDraft;

/** What most tests talk about: a consultation with one round for everyone and one for members. */
public final class Fixtures {
    public static final ConsultationId BROADBAND = new ConsultationId("broadband-2026");
    public static final RoundId FIRST = new RoundId("first");
    public static final Instant DURING = Instant.parse("2026-05-01T12:00:00Z");
    public static final Limits LIMITS = new Limits(1000, 50, 3, 100, 250);

    public static final String YAML = """
            id: broadband-2026
            title: { en: Broadband for all, fr: Le haut débit pour tous }
            organiser: The Council
            zone: Europe/Zurich
            languages: [en]
            unofficialLanguages: [fr]
            stakeholderGroups: [{ en: Academia, fr: Universités }, Civil society]
            rounds:
              - id: first
                accepts: [response, comment]
                opens: 2026-03-19T00:00
                closes: 2026-09-07T23:59:59
                instrument:
                  - number: "2"
                    kind: question
                    text: { en: "What helps?", fr: "Qu’est-ce qui aide ?" }
                    areas:
                      - { number: "2.e", text: { en: IPv6 } }
                  - { number: "3", kind: paragraph, accepts: [comment], text: The report says so. }
              - { id: insiders, audience: members, accepts: [response], opens: 2026-03-19, closes: 2026-09-07, instrumentOf: first }
              - { id: report, opens: 2026-03-19 }
            """;

    private Fixtures() {}

    public static ConsultationDefinition definition() {
        return definition(YAML);
    }

    public static ConsultationDefinition definition(String yaml) {
        try {
            return Json.yamlMapper().readValue(yaml, ConsultationDefinition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static DefinedConsultation broadband() {
        return new DefinedConsultation(definition(), 1, Instant.parse("2026-01-01T00:00:00Z"));
    }

    public static SubmissionDraft answering(String item, String text) {
        return draft(List.of(new SubmissionDraft.Box(item, text)), null);
    }

    public static SubmissionDraft draft(List<SubmissionDraft.Box> answers, @Nullable String text) {
        return new SubmissionDraft(
                null,
                new SubmissionDraft.Person(
                        "Ada", "Lovelace", null, "Analytical Society", "gb", "Universités", "ada@example.org"),
                null,
                "en",
                null,
                answers,
                text,
                "public",
                true);
    }

    public static OfferedFile file(long size) {
        return new OfferedFile("paper.pdf", "application/pdf", size);
    }
}
