package org.rostrum.processing.adapter.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.contracts.Json;

class EvaluateSplittingTest {
    private static final String CABLES =
            "The cables on the ground of the sea last longer than anything that flies far above it.";
    private static final String SATELLITES =
            "All satellites are paid for by those who launch them, and by nobody else in this world.";

    @TempDir
    Path folder;

    private JsonNode evaluate(String text, String... answers) throws IOException {
        Files.writeString(folder.resolve("consultation.json"), """
                {"id": "made-up", "language": "en", "questions": [{"id": "Q1", "text": "What about cables?"},
                 {"id": "Q2", "text": "What about satellites?"}]}
                """);
        var gold = List.of(
                Map.of("text", answers[0], "question_id", "Q1"), Map.of("text", answers[1], "question_id", "Q2"));
        Files.writeString(
                folder.resolve("items.jsonl"),
                Json.mapper()
                        .writeValueAsString(
                                Map.of("submission_id", "s1", "language", "en", "text", text, "gold", gold)));
        var json = folder.resolve("out.json");
        new EvaluateSplitting()
                .run(
                        Options.parse(List.of("--set", folder.toString(), "--json", json.toString())),
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        return Json.mapper().readTree(json.toFile());
    }

    @Test
    void answers_in_passages_of_their_own_are_pure() throws IOException {
        var found = evaluate(CABLES + "\n\n" + SATELLITES, CABLES, SATELLITES);

        assertThat(found.at("/figures/pure").asDouble()).isEqualTo(1);
        assertThat(found.at("/figures/mixed_passages").asDouble()).isZero();
        assertThat(found.at("/figures/boundaries_found").asDouble()).isEqualTo(1);
        assertThat(found.path("predictions")).hasSize(2);
        assertThat(found.at("/predictions/1/text").asText()).isEqualTo(SATELLITES);
        assertThat(found.at("/predictions/1/gold/0").asText()).isEqualTo("Q2");
    }

    @Test
    void a_passage_with_two_answers_is_mixed() throws IOException {
        var found = evaluate("Yes. " + SATELLITES, "Yes.", SATELLITES);

        assertThat(found.at("/figures/mixed_passages").asDouble()).isEqualTo(1);
        assertThat(found.at("/figures/boundaries_found").asDouble()).isZero();
        assertThat(found.at("/figures/pure").asDouble()).isBetween(0.9, 0.99);
    }

    @Test
    void a_set_whose_answers_stand_nowhere_is_unusable() {
        assertThatThrownBy(() -> evaluate("Something else.", CABLES, SATELLITES))
                .isInstanceOf(Options.Unusable.class)
                .hasMessageContaining("gold");
    }
}
