package org.rostrum.processing.adapter.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.rostrum.contracts.Json;
import org.rostrum.processing.adapter.evaluation.Options.Unusable;
import org.rostrum.processing.usecase.Encoder;

/** How many texts the encoder places per second by itself: one text a line in {@code texts.txt}. */
public final class EvaluateEncoder {
    private static final int BATCH = 64;

    private final Encoder encoder;

    public EvaluateEncoder(Encoder encoder) {
        this.encoder = encoder;
    }

    public void run(Options options, PrintStream out) {
        var texts = texts(options);
        encode(texts.subList(0, Math.min(BATCH, texts.size())));
        var clock = new Stopwatch();
        for (int from = 0; from < texts.size(); from += BATCH) {
            encode(texts.subList(from, Math.min(texts.size(), from + BATCH)));
        }
        clock.lap("seconds");
        double perSecond = texts.size() / clock.laps().values().iterator().next();
        out.printf("  %-32s %12.4f%n", "texts_per_second", perSecond);
        var json = options.json();
        if (json != null) {
            write(json, perSecond);
        }
    }

    private void encode(List<String> texts) {
        if (encoder.dimension() > 0) {
            encoder.encode(texts, Encoder.Role.PASSAGE);
        }
    }

    private static void write(Path json, double perSecond) {
        try {
            Files.write(
                    json, Json.mapper().writeValueAsBytes(Map.of("figures", Map.of("texts_per_second", perSecond))));
        } catch (IOException e) {
            throw new UncheckedIOException("The figures cannot be written to " + json, e);
        }
    }

    private static List<String> texts(Options options) {
        try {
            var texts = Files.readAllLines(options.set().resolve("texts.txt"));
            if (texts.isEmpty()) {
                throw new Unusable("texts.txt is empty.");
            }
            return texts;
        } catch (IOException e) {
            throw new Unusable("The set has no readable texts.txt.");
        }
    }
}
