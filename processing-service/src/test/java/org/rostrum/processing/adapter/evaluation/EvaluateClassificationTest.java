package org.rostrum.processing.adapter.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.contracts.Json;
import org.rostrum.processing.usecase.TestFeatures;

class EvaluateClassificationTest {
    private static final Path DATA = Path.of(System.getProperty("rostrum.data", "../../shared/data"));

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private JsonNode evaluate(Path set, String... options) throws IOException {
        Path json = folder.resolve("out.json");
        var words = new ArrayList<>(List.of("--set", set.toString(), "--json", json.toString()));
        words.addAll(List.of(options));
        new EvaluateClassification(TestFeatures.DESCRIBE, text -> Optional.of("en"))
                .run(Options.parse(words), new PrintStream(printed, true, StandardCharsets.UTF_8));
        return Json.mapper().readTree(json.toFile());
    }

    private void consultation() throws IOException {
        Files.writeString(folder.resolve("consultation.json"), """
                {"id": "made-up", "language": "en", "areas": [{"id": "A", "text": "Networks"}], "questions": [
                  {"id": "Q1", "text": "How can satellites reach remote islands?", "parent": "A"},
                  {"id": "Q2", "text": "Who should pay for broadcasting?", "short": {"en": "Money"}, "parent": "A"},
                  {"id": "Q3", "text": "What do schools need?", "parent": "nothing"}]}
                """);
        var lines = new ArrayList<String>();
        for (int i = 0; i < 12; i++) {
            lines.add("""
                    {"submission_id": "s%d", "language": "%s", "text_language": "%s",
                     "text": "Question 2\\n\\nOur members have thought about this for years, all %d of them, and say so now.\\n\\nSatellites see islands number %d from above every single day of the year.",
                     "gold": [{"text": "Our members have thought about this for years, all %d of them, and say so now.", "question_id": "Q2"},
                              {"text": "Satellites see islands number %d from above every single day of the year.", "question_id": "Q1"},
                              {"text": "Something else.", "question_id": null}]}
                    """.formatted(i, i % 2 == 0 ? "en" : "fr", i % 2 == 0 ? "en" : "fr", i, i, i, i)
                    .replace("\n", " "));
        }
        Files.write(folder.resolve("items.jsonl"), lines);
    }

    @Test
    void files_as_the_service_does_and_writes_what_it_found() throws IOException {
        consultation();

        JsonNode found = evaluate(folder);

        assertThat(found.path("figures").path("passages").asInt()).isEqualTo(24);
        assertThat(found.path("figures").path("by_heading").asInt()).isEqualTo(24);
        assertThat(found.path("figures").path("accuracy").asDouble()).isEqualTo(0.5);
        assertThat(found.path("predictions")).hasSize(36);
        JsonNode first = found.path("predictions").get(0);
        assertThat(first.path("submission_id").asText()).isEqualTo("s0");
        assertThat(first.path("gold").asText()).isEqualTo("Q2");
        assertThat(first.path("predicted").get(0).asText()).isEqualTo("Q2");
        assertThat(first.path("basis").asText()).isEqualTo("heading");
        assertThat(first.path("confidence").asDouble()).isBetween(0.0, 1.0);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("accuracy", "Q1", "Q2");
    }

    @Test
    void does_not_count_what_was_settled_beforehand_nor_other_languages() throws IOException {
        consultation();

        assertThat(evaluate(folder, "--labels", "10")
                        .path("figures")
                        .path("passages")
                        .asInt())
                .isEqualTo(14);
        assertThat(evaluate(folder, "--languages", "fr")
                        .path("figures")
                        .path("passages")
                        .asInt())
                .isEqualTo(12);
    }

    /** Two topics in words that no question has: what matters is which passages a person is asked about. */
    private void twoTopics() throws IOException {
        Files.writeString(folder.resolve("consultation.json"), """
                {"id": "made-up", "language": "en", "questions": [
                  {"id": "Q1", "text": "How can satellites reach remote islands?"},
                  {"id": "Q2", "text": "Who should pay for broadcasting?"}]}
                """);
        var chance = new Random(3);
        var lines = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            String topic = i % 2 == 0 ? "amber" : "birch";
            String words = IntStream.range(0, 8)
                    .mapToObj(n -> topic + chance.nextInt(9))
                    .collect(Collectors.joining(" "));
            lines.add("""
                    {"submission_id": "s%d", "language": "en", "gold": [{"text": "%s", "question_id": "Q%d"}]}
                    """.formatted(i, words, 1 + i % 2).strip());
        }
        Files.write(folder.resolve("items.jsonl"), lines);
    }

    @Test
    void asks_what_the_dashboard_would_ask_and_learns_from_it() throws IOException {
        twoTopics();

        JsonNode unasked = evaluate(folder, "--spare-half");
        JsonNode asked = evaluate(folder, "--spare-half", "--labels", "20", "--ask", "in-doubt");

        assertThat(asked.path("figures").path("passages").asInt()).isEqualTo(30);
        assertThat(asked.path("figures").path("content_accuracy").asDouble())
                .isGreaterThan(unasked.path("figures").path("content_accuracy").asDouble())
                .isGreaterThan(0.95);
    }

    @Test
    void counts_the_same_half_whatever_is_asked_and_settles_none_of_it() throws IOException {
        twoTopics();

        var byLot = ids(evaluate(folder, "--spare-half", "--labels", "20"));
        var inDoubt = ids(evaluate(folder, "--spare-half", "--labels", "20", "--ask", "in-doubt"));
        var all = ids(evaluate(folder, "--labels", "20", "--ask", "in-doubt"));

        assertThat(byLot).hasSize(30).isEqualTo(inDoubt);
        assertThat(all).hasSize(40);
        assertThatThrownBy(() -> Options.parse(List.of("--ask", "everything"))).hasMessageContaining("in-doubt");
    }

    private static List<String> ids(JsonNode evaluated) {
        var ids = new ArrayList<String>();
        evaluated
                .path("predictions")
                .forEach(row -> ids.add(row.path("submission_id").asText()));
        return ids;
    }

    @Test
    void tells_what_answers_no_question_the_better_the_more_a_person_has_said_so() throws IOException {
        Files.writeString(folder.resolve("consultation.json"), """
                {"id": "made-up", "language": "en", "questions": [
                  {"id": "Q1", "text": "How can satellites reach remote islands?"},
                  {"id": "Q2", "text": "Who should pay for broadcasting?"}]}
                """);
        var chance = new Random(1);
        var lines = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            String noise = IntStream.range(0, 6)
                    .mapToObj(n -> "filler" + chance.nextInt(30))
                    .collect(Collectors.joining(" "));
            lines.add("""
                    {"submission_id": "s%1$d", "language": "en", "gold": [
                      {"text": "satellites antenna orbit %2$s", "question_id": "Q1"},
                      {"text": "broadcasting fees money %2$s", "question_id": "Q2"},
                      {"text": "parking football satellites weather %2$s", "question_id": null, "off_topic": true},
                      {"text": "nobody has said of this where it belongs %2$s", "question_id": null}]}
                    """.formatted(i, noise).replace("\n", " "));
        }
        Files.write(folder.resolve("items.jsonl"), lines);

        JsonNode unlabelled = evaluate(folder);
        JsonNode labelled = evaluate(folder, "--labels", "40");

        assertThat(unlabelled.path("figures").path("passages").asInt()).isEqualTo(80);
        assertThat(labelled.path("figures").path("passages").asInt()).isBetween(41, 79);
        assertThat(labelled.path("figures").path("answers_no_question_auroc").asDouble())
                .isGreaterThan(unlabelled
                        .path("figures")
                        .path("answers_no_question_auroc")
                        .asDouble())
                .isGreaterThan(0.95);
        assertThat(labelled.path("predictions"))
                .allMatch(row -> row.path("answers_no_question").asDouble(-1) >= 0
                        && row.path("answers_no_question").asDouble() <= 1
                        && row.path("predicted_by_content").get(0).isNull()
                                == row.path("answers_no_question").asDouble() > 0.5);
    }

    @Test
    void gives_the_same_predictions_for_the_same_seed() throws IOException {
        consultation();

        JsonNode once = evaluate(folder, "--labels", "6", "--seed", "4", "--shuffle");
        JsonNode again = evaluate(folder, "--labels", "6", "--seed", "4", "--shuffle");
        JsonNode other = evaluate(folder, "--labels", "6", "--seed", "5", "--shuffle");

        assertThat(again.path("predictions")).isEqualTo(once.path("predictions"));
        assertThat(other.path("predictions")).isNotEqualTo(once.path("predictions"));
    }

    @Test
    void says_what_is_wrong_with_a_command() {
        assertThatThrownBy(() -> Options.parse(List.of())).hasMessageContaining("--set");
        assertThatThrownBy(() -> Options.parse(List.of("--set", "nowhere"))).hasMessageContaining("nowhere");
        assertThatThrownBy(() -> Options.parse(List.of("--labels", "many"))).hasMessageContaining("many");
    }

    @Test
    void files_english_answers_better_than_plain_word_counting_without_any_encoder() throws IOException {
        Path set = DATA.resolve("au_srai_2023");
        assumeThat(set).as("no consultation to measure on at " + set).isDirectory();

        JsonNode figures = evaluate(set, "--shuffle").path("figures");

        assertThat(figures.path("content_accuracy").asDouble()).isGreaterThan(0.5);
        assertThat(figures.path("accuracy").asDouble())
                .isGreaterThanOrEqualTo(figures.path("content_accuracy").asDouble() - 0.01);
    }
}
