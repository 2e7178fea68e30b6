package org.rostrum.processing.adapter.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Json;
import org.rostrum.processing.domain.duplicates.Families;
import org.rostrum.processing.domain.duplicates.Families.Comparison;
import org.rostrum.processing.domain.duplicates.Shingles;
import org.rostrum.processing.domain.filing.Terms;

/**
 * Finds the families of a past consultation's answers as the service would, and compares with pairs that people judged:
 * {@code answers.jsonl} holds them ({@code id}, {@code question_id}, {@code text}), {@code pairs.jsonl} the pairs.
 */
public final class EvaluateDuplicates {
    private static final String PREFIX = "dup_";

    /** One judged pair. */
    private record Pair(String a, String b, String label, String tier, Comparison found) {
        boolean isTrue() {
            return label.equals("duplicate");
        }
    }

    public void run(Options options, PrintStream out) {
        var questions = questions(options.set());
        var families = new Families();
        var clock = new Stopwatch();
        int answers = 0;
        for (JsonNode answer : JsonLines.of(options.set().resolve("answers.jsonl"))) {
            var own = Shingles.of(Terms.words(answer.path("text").asText()));
            var asked = questions.get(answer.path("question_id").asText());
            families.add(answer.path("id").asText(), asked == null ? own : own.without(asked));
            answers++;
        }
        clock.lap("finding_seconds");
        var pairs = JsonLines.of(options.set().resolve("pairs.jsonl")).stream()
                .filter(pair -> !pair.path("label").asText().equals("ignore"))
                .map(pair -> judged(pair, families))
                .toList();
        var figures = figures(pairs);
        clock.laps().forEach(figures::put);
        figures.put("answers", answers);
        figures.put("questions_known", questions.size());
        figures.put(
                "answers_per_second", answers / clock.laps().values().iterator().next());
        figures.put("families", families.families().size());
        figures.put("peak_memory_mib", Memory.peak());
        figures.byName().forEach((name, value) -> out.printf("  %-32s %12.4f%n", name, value));
        var json = options.json();
        if (json != null) {
            figures.write(json, predictions(pairs), out);
        }
    }

    private static Pair judged(JsonNode pair, Families families) {
        String a = pair.path("a").asText();
        String b = pair.path("b").asText();
        return new Pair(a, b, pair.path("label").asText(), pair.path("tier").asText(), families.compare(a, b));
    }

    private static Figures figures(List<Pair> pairs) {
        long found = pairs.stream().filter(pair -> pair.found().isCopy()).count();
        long right = pairs.stream()
                .filter(pair -> pair.found().isCopy() && pair.isTrue())
                .count();
        long there = pairs.stream().filter(Pair::isTrue).count();
        double precision = (double) right / found;
        double recall = (double) right / there;
        var figures = new Figures();
        figures.put("precision", precision);
        figures.put("recall", recall);
        figures.put("f1", 2 * precision * recall / (precision + recall));
        byTier(pairs).forEach((tier, some) -> {
            long copies = some.stream().filter(pair -> pair.found().isCopy()).count();
            boolean isTrue = some.getFirst().isTrue();
            figures.put((isTrue ? "recall_" : "false_positives_") + tier, (double) copies / some.size());
        });
        figures.put(
                "doubtful",
                (double) pairs.stream()
                                .filter(pair -> pair.found().isDoubtful())
                                .count()
                        / pairs.size());
        figures.put("pairs", pairs.size());
        return figures;
    }

    private static Map<String, List<Pair>> byTier(List<Pair> pairs) {
        Map<String, List<Pair>> byTier = new TreeMap<>();
        pairs.forEach(pair ->
                byTier.computeIfAbsent(pair.tier(), _ -> new ArrayList<>()).add(pair));
        return byTier;
    }

    /** From the set itself or, for the set dup_X, from its neighbour X. */
    private static Map<String, Shingles> questions(Path set) {
        String name = set.toAbsolutePath().normalize().getFileName().toString();
        Path neighbour = set.toAbsolutePath().normalize().resolveSibling(name.replaceFirst("^" + PREFIX, ""));
        Map<String, Shingles> questions = new HashMap<>();
        for (Path folder : List.of(set, neighbour)) {
            Path file = folder.resolve("consultation.json");
            if (questions.isEmpty() && Files.isReadable(file)) {
                tree(file)
                        .path("questions")
                        .forEach(question -> questions.put(
                                question.path("id").asText(),
                                Shingles.of(Terms.words(question.path("text").asText()))));
            }
        }
        return questions;
    }

    private static JsonNode tree(Path file) {
        try {
            return Json.mapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read.", e);
        }
    }

    private static List<Map<String, @Nullable Object>> predictions(List<Pair> pairs) {
        return pairs.stream()
                .map(pair -> {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    row.put("a", pair.a());
                    row.put("b", pair.b());
                    row.put("score", pair.found().likeness());
                    row.put("duplicate", pair.found().isCopy());
                    return row;
                })
                .toList();
    }
}
