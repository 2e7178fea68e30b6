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
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    /** Submissions whose cost is measured each time the round has grown. */
    private static final int SMALLEST_PROBE = 20;

    private static final int LARGEST_PROBE = 1_000;

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
                        backlog.perSecond("bench-campaign", options.campaign(), campaign(UNIQUE)));
            });
            measure(Part.COPIES, () -> {
                progress.say("one campaign and nothing else");
                figures.put("copies_per_second", backlog.perSecond("bench-campaign", options.campaign(), campaign(0)));
            });
            measure(Part.GROWTH, () -> growth(system, backlog));
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
        backlog.perSecond("bench-warm-up", options.shorts() / 2, unique(1, SHORT));
        backlog.perSecond("bench-warm-up", options.longs() / 2, unique(PARAGRAPHS, LONG));
        backlog.perSecond("bench-warm-up", options.shorts() * 2, campaign(UNIQUE));
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
        figures.put("unique_short_per_second", backlog.perSecond("bench-unique", options.shorts(), unique(1, SHORT)));
        progress.say("unique long submissions");
        double longs = backlog.perSecond("bench-unique", options.longs(), unique(PARAGRAPHS, LONG));
        figures.put("unique_long_per_second", longs);
        figures.put("passages_per_second", PARAGRAPHS * longs);
    }

    /** The same work at the beginning of a round, and each time it is ten times as large, until it has grown. */
    private void growth(SystemUnderTest system, Backlog backlog) {
        int probe = Math.clamp(options.growth() / 20, SMALLEST_PROBE, LARGEST_PROBE);
        progress.say("a round that grows to " + options.growth());
        backlog.perSecond("bench-growth", probe, unique(1, SHORT));
        double first = backlog.perSecond("bench-growth", probe, unique(1, SHORT));
        figures.put("growth_first_per_second", first);
        int size = 2 * probe;
        double slowest = first;
        for (int step : steps(options.growth(), size)) {
            progress.say("until there are " + step);
            double growing = backlog.perSecond("bench-growth", step - size, campaign(UNIQUE));
            figures.put("growth_campaign_per_second_until_" + step, growing);
            double now = backlog.perSecond("bench-growth", probe, unique(1, SHORT));
            figures.put("growth_per_second_at_" + step, now);
            var processing = new JavaProcess(system.process("processing"));
            figures.put("growth_resident_mb_at_" + step, processing.residentMegabytes());
            slowest = Math.min(slowest, now);
            size = step + probe;
        }
        figures.put("growth_cost_ratio", first / slowest);
    }

    /** Powers of ten above what the round has already, and at last what it grows to. */
    private static List<Integer> steps(int last, int already) {
        var between = IntStream.iterate(1_000, step -> step < last, step -> 10 * step);
        return IntStream.concat(between, IntStream.of(last))
                .filter(step -> step > already)
                .boxed()
                .toList();
    }

    private Supplier<Letter> unique(int paragraphs, int words) {
        return () -> letter(texts.unique(paragraphs, words));
    }

    private Letter letter(String text) {
        people++;
        return new Letter("Given" + people, "Family" + people, text);
    }

    /** Copies of templates of very different popularity, and among them what nobody else says. */
    private Supplier<Letter> campaign(double unique) {
        int templates = unique > 0 ? TEMPLATES : 1;
        var letters =
                IntStream.range(0, templates).mapToObj(_ -> texts.template()).toList();
        return () -> {
            people++;
            var name = "Given" + people + " Family" + people;
            var text = texts.oneIn(unique)
                    ? texts.unique(4, SHORT)
                    : texts.copy(letters.get(texts.mostlySmall(templates)), name);
            return new Letter("Given" + people, "Family" + people, text);
        };
    }

    /** Texts of the same length by the service's own encoder in a process that does nothing else. */
    private double encoderAlone() {
        try {
            var folder = Files.createTempDirectory("encoder-alone");
            var json = folder.resolve("figures.json");
            Files.write(
                    folder.resolve("texts.txt"),
                    Stream.generate(() -> texts.unique(1, SHORT))
                            .limit(options.shorts())
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
