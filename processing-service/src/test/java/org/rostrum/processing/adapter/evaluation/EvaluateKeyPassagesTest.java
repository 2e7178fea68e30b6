package org.rostrum.processing.adapter.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.contracts.Json;
import org.rostrum.processing.adapter.lucene.LuceneTokens;
import org.rostrum.processing.usecase.TestFeatures;

class EvaluateKeyPassagesTest {
    @TempDir
    Path folder;

    private void consultation(int submissions) throws IOException {
        Files.writeString(folder.resolve("consultation.json"), """
                {"id": "made-up", "language": "en", "questions": [
                  {"id": "Q1", "text": "How can satellites reach remote islands?"},
                  {"id": "Q2", "text": "Who should pay for broadcasting?"}]}
                """);
        var chance = new Random(1);
        var lines = new ArrayList<String>();
        for (int i = 0; i < submissions; i++) {
            lines.add(
                    "{\"submission_id\": \"s%d\", \"organisation\": %s, \"language\": \"en\", \"gold\": [{\"text\": \"%s\", \"question_id\": \"Q1\"}]}"
                            .formatted(i, i % 3 == 0 ? "\"Org " + i + "\"" : "null", words(i % 4, chance)));
        }
        Files.write(folder.resolve("items.jsonl"), lines);
    }

    private static String words(int topic, Random chance) {
        return IntStream.range(0, 10 + chance.nextInt(30))
                .mapToObj(_ -> "topic" + (char) ('a' + topic) + (char) ('a' + chance.nextInt(20)) + "word")
                .collect(Collectors.joining(" "));
    }

    private void evaluate() {
        var words = List.of(
                "--set", folder.toString(), "--json", folder.resolve("out.json").toString());
        new EvaluateKeyPassages(TestFeatures.DESCRIBE, new LuceneTokens())
                .run(Options.parse(words), new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    @Test
    void compares_what_was_chosen_with_lots_drawn() throws IOException {
        consultation(80);

        evaluate();

        var json = Json.mapper().readTree(folder.resolve("out.json").toFile());
        var figures = json.get("figures");
        assertThat(figures.get("questions").asInt()).isEqualTo(1);
        assertThat(figures.get("chosen_nearness_to_others").asDouble())
                .isGreaterThan(figures.get("by_lot_nearness_to_others").asDouble());
        assertThat(figures.get("chosen_distance_group").asDouble())
                .isLessThan(figures.get("by_lot_distance_group").asDouble());
        assertThat(json.at("/predictions/0/chosen")).hasSize(8);
    }

    @Test
    void says_when_there_is_too_little_to_choose_from() throws IOException {
        consultation(5);

        assertThatThrownBy(this::evaluate).isInstanceOf(Options.Unusable.class).hasMessageContaining("24 passages");
    }
}
