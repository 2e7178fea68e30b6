package org.rostrum.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rostrum.contracts.Json;

/** What was measured, by name. Written as {@code {"figures":{name:number}}}. */
public final class Figures {
    private final Map<String, Double> byName = new LinkedHashMap<>();

    /** Keeps a figure, rounded to three digits after the point; one that is not a number is left out. */
    public void put(String name, double value) {
        if (Double.isFinite(value)) {
            byName.put(name, Math.round(value * 1000) / 1000.0);
        }
    }

    /** Keeps a number of things. */
    public void count(String name, long number) {
        byName.put(name, (double) number);
    }

    public Map<String, Double> byName() {
        return Map.copyOf(byName);
    }

    public void write(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(
                    file, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(Map.of("figures", byName)));
        } catch (IOException e) {
            throw new UncheckedIOException("The figures cannot be written to " + file, e);
        }
    }

    /** One line for each figure. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        byName.forEach((name, value) -> text.append("  %-34s %12.3f%n".formatted(name, value)));
        return text.toString();
    }
}
