package org.rostrum.processing.adapter.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Json;

/** What was measured, by name. */
final class Figures {
    private final Map<String, Double> byName = new LinkedHashMap<>();

    /** Keeps a figure with four digits after the point; one that is not a number is left out. */
    void put(String name, double value) {
        if (Double.isFinite(value)) {
            byName.put(name, Math.round(value * 10_000) / 10_000.0);
        }
    }

    void put(String prefix, Scores scores) {
        put(prefix + "accuracy", scores.accuracy());
        put(prefix + "accuracy_of_different_texts", scores.accuracyOfDifferentTexts());
        put(prefix + "macro_f1", scores.macroF1());
        put(prefix + "top3", scores.topThree());
        put(prefix + "ece", scores.calibrationError());
    }

    Map<String, Double> byName() {
        return new LinkedHashMap<>(byName);
    }

    /** For programs: {@code {"figures":{name:number},"predictions":[...]}}. */
    void write(Path file, List<Map<String, @Nullable Object>> predictions, PrintStream out) {
        try {
            Files.write(
                    file,
                    Json.mapper()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsBytes(Map.of("figures", byName, "predictions", predictions)));
        } catch (IOException e) {
            throw new UncheckedIOException("The figures cannot be written to " + file, e);
        }
        out.println("Figures and predictions are in " + file);
    }
}
