package org.rostrum.benchmarks.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.rostrum.benchmarks.BenchFailure;
import org.rostrum.benchmarks.Figures;
import org.rostrum.benchmarks.Progress;
import org.rostrum.benchmarks.extraction.FileReadings;
import org.rostrum.benchmarks.pipeline.Backlog.Letter;
import org.rostrum.benchmarks.pipeline.Options.Part;
import org.rostrum.benchmarks.system.BenchConsultation;
import org.rostrum.benchmarks.system.JavaProcess;
import org.rostrum.benchmarks.system.SystemUnderTest;

/** The benchmark of processing from the start of its system to its figures. */
public final class PipelineBench {
    /** As in the largest docket that is known. */
    private static final double UNIQUE = 0.06;

    private static final int TEMPLATES = 20;
    private static final int SHORT = 60;
    private static final int LONG = 125;
    private static final int PARAGRAPHS = 12;

    private final Path root;
    private final Options options;
    private final Figures figures = new Figures();
    private final Progress progress;
    private final Texts texts = new Texts();
    private int people;

    private PipelineBench(Path root, Options options, Progress progress) {
        this.root = root;
        this.options = options;
        this.progress = progress;
    }

    /** Measures what the words ask for; {@link BenchFailure} says why it could not. */
    public static void run(Deque<String> words, Progress progress) {
        var root = Path.of(System.getProperty("rostrum.root", ".."))
                .toAbsolutePath()
                .normalize();
        var options = Options.read(words, root);
        new PipelineBench(root, options, progress).measure();
    }

    private void measure() {
        progress.say("starting a whole Rostrum in " + options.state());
        try (var system = SystemUnderTest.start(root, options.state(), Map.of());
                var backlog = new Backlog(system)) {
            List.of("bench-warm-up", "bench-unique", "bench-campaign", "bench-growth")
                    .forEach(id -> new BenchConsultation(id).defineIn(system));
            warmUp(backlog);
            measure(Part.UNIQUE, () -> unique(backlog));
            measure(Part.CAMPAIGN, () -> {
                progress.say("a campaign mix");
                figures.put(
                        "campaign_per_second",
                        backlog.perSecond("bench-campaign", campaign(options.campaign(), UNIQUE)));
            });
            measure(Part.COPIES, () -> {
                progress.say("one campaign and nothing else");
                figures.put("copies_per_second", backlog.perSecond("bench-campaign", campaign(options.campaign(), 0)));
            });
            measure(Part.GROWTH, () -> growth(backlog));
            var processing = new JavaProcess(system.process("processing"));
            figures.put("processing_resident_mb", processing.residentMegabytes());
            figures.put("processing_live_mb", processing.liveMegabytes());
            progress.say("stopping and removing it");
        }
        measure(Part.FILES, () -> FileReadings.ofPdfs(root, options.shorts(), 1, "pdf_", figures, progress));
        progress.print(figures.toString());
        options.json().ifPresent(figures::write);
    }

    /** Until what is run often is compiled: a service works for weeks, not for its first minute. */
    private void warmUp(Backlog backlog) {
        progress.say("warming up");
        backlog.perSecond("bench-warm-up", uniques(options.shorts() / 2, 1, SHORT));
        backlog.perSecond("bench-warm-up", uniques(options.longs() / 2, PARAGRAPHS, LONG));
        backlog.perSecond("bench-warm-up", campaign(options.shorts() * 2, UNIQUE));
    }

    private void measure(Part part, Runnable measuring) {
        if (options.has(part)) {
            measuring.run();
        }
    }

    private void unique(Backlog backlog) {
        progress.say("the encoder alone");
        figures.put("encoder_alone_per_second", encoderAlone());
        progress.say("unique short submissions");
        figures.put("unique_short_per_second", backlog.perSecond("bench-unique", uniques(options.shorts(), 1, SHORT)));
        progress.say("unique long submissions");
        double longs = backlog.perSecond("bench-unique", uniques(options.longs(), PARAGRAPHS, LONG));
        figures.put("unique_long_per_second", longs);
        figures.put("passages_per_second", PARAGRAPHS * longs);
    }

    /** The same work at the beginning of a round and when it has grown. */
    private void growth(Backlog backlog) {
        int probe = Math.max(20, options.growth() / 20);
        progress.say("a round that grows to " + options.growth());
        backlog.perSecond("bench-growth", uniques(probe, 1, SHORT));
        double first = backlog.perSecond("bench-growth", uniques(probe, 1, SHORT));
        backlog.perSecond("bench-growth", campaign(options.growth(), UNIQUE));
        double last = backlog.perSecond("bench-growth", uniques(probe, 1, SHORT));
        figures.put("growth_first_per_second", first);
        figures.put("growth_last_per_second", last);
        figures.put("growth_cost_ratio", first / last);
    }

    private List<Letter> uniques(int number, int paragraphs, int words) {
        return IntStream.range(0, number)
                .mapToObj(_ -> letter(texts.unique(paragraphs, words)))
                .toList();
    }

    private Letter letter(String text) {
        people++;
        return new Letter("Given" + people, "Family" + people, text);
    }

    /** Copies of templates of very different popularity, and among them what nobody else says. */
    private List<Letter> campaign(int number, double unique) {
        int templates = unique > 0 ? TEMPLATES : 1;
        var letters =
                IntStream.range(0, templates).mapToObj(_ -> texts.template()).toList();
        return IntStream.range(0, number)
                .mapToObj(_ -> {
                    people++;
                    var name = "Given" + people + " Family" + people;
                    var text = texts.oneIn(unique)
                            ? texts.unique(4, SHORT)
                            : texts.copy(letters.get(texts.mostlySmall(templates)), name);
                    return new Letter("Given" + people, "Family" + people, text);
                })
                .toList();
    }

    /** Texts of the same length by the service's own encoder in a process that does nothing else. */
    private double encoderAlone() {
        try {
            var folder = Files.createTempDirectory("encoder-alone");
            var json = folder.resolve("figures.json");
            Files.write(
                    folder.resolve("texts.txt"),
                    uniques(options.shorts(), 1, SHORT).stream()
                            .map(Letter::text)
                            .toList());
            var process = new ProcessBuilder(
                            root.resolve("rostrum").toString(),
                            "--no-build",
                            "evaluate",
                            "encoder",
                            "--set",
                            folder.toString(),
                            "--json",
                            json.toString())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new BenchFailure("The encoder could not be measured:\n" + said);
            }
            JsonNode read = new ObjectMapper().readTree(json.toFile());
            return read.required("figures").required("texts_per_second").asDouble();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted while the encoder was measured.", e);
        }
    }
}
