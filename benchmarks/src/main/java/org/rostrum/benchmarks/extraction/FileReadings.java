package org.rostrum.benchmarks.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.rostrum.benchmarks.BenchFailure;
import org.rostrum.benchmarks.Figures;
import org.rostrum.benchmarks.Progress;

/**
 * Files of 30,000 characters per second: through the service's pool of isolated workers, and beside it by Tika inside one
 * process, the same files, in turns, each in fresh JVMs with as many readers as there are processors. Both have read them
 * all once before the clock starts, for a worker lives for thousands of files.
 */
public final class FileReadings {
    private static final int CHARACTERS = 30_000;

    private final Path root;
    private final Progress progress;
    private final List<Double> isolated = new ArrayList<>();
    private final List<Double> plain = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();
    private final List<Double> starts = new ArrayList<>();
    private final List<Double> firsts = new ArrayList<>();

    private FileReadings(Path root, Progress progress) {
        this.root = root;
        this.progress = progress;
    }

    private interface Writing {
        byte[] of(int characters, long seed);
    }

    /** Puts the figures of PDFs under names that begin with the prefix. */
    public static void ofPdfs(Path root, int files, int rounds, String prefix, Figures figures, Progress progress) {
        var readings = new FileReadings(root, progress);
        readings.measure("pdf", PdfPages::of, files, rounds);
        readings.put(figures, prefix);
    }

    /** The same of DOCX. */
    static void ofDocx(Path root, int files, int rounds, Figures figures, Progress progress) {
        var readings = new FileReadings(root, progress);
        readings.measure("docx", DocxPages::of, files, rounds);
        readings.put(figures, "docx_");
    }

    private void measure(String kind, Writing writing, int files, int rounds) {
        Path folder = root.resolve("benchmarks/target/extraction");
        remove(folder);
        progress.say("writing " + files + " files, " + kind + " of " + CHARACTERS + " characters");
        write(folder, kind, writing, files);
        for (int round = 1; round <= rounds; round++) {
            plain.add(figuresOf(plainTika(folder)).getFirst());
            List<Double> worker = figuresOf(isolated(folder));
            isolated.add(worker.get(0));
            starts.add(worker.get(1));
            firsts.add(worker.get(2));
            ratios.add(isolated.getLast() / plain.getLast());
            progress.say("round %d, %s: isolated %.1f/s, Tika in one process %.1f/s, ratio %.2f"
                    .formatted(round, kind, isolated.getLast(), plain.getLast(), ratios.getLast()));
        }
        remove(folder);
    }

    private void put(Figures figures, String prefix) {
        put(figures, prefix + "isolated_per_second", isolated);
        put(figures, prefix + "tika_per_second", plain);
        put(figures, prefix + "ratio", ratios);
        put(figures, prefix + "worker_start_ms", starts);
        put(figures, prefix + "first_file_ms", firsts);
    }

    private static void put(Figures figures, String name, List<Double> rounds) {
        List<Double> sorted = rounds.stream().sorted().toList();
        figures.put(name, sorted.get(sorted.size() / 2));
        figures.put(name + "_min", Collections.min(rounds));
        figures.put(name + "_max", Collections.max(rounds));
    }

    private static void write(Path folder, String kind, Writing writing, int files) {
        try {
            Files.createDirectories(folder);
            for (int i = 0; i < files; i++) {
                Files.write(folder.resolve("%05d.%s".formatted(i, kind)), writing.of(CHARACTERS, i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The files to read cannot be written to " + folder, e);
        }
    }

    private List<String> plainTika(Path folder) {
        String own = root.resolve("benchmarks/target") + "/benchmarks-0.1.0-SNAPSHOT.jar";
        return List.of(own + ":" + worker(), PlainTika.class.getName(), folder.toString(), processors() + "");
    }

    private List<String> isolated(Path folder) {
        Path app = root.resolve("processing-service/target/quarkus-app");
        String classes = app + "/app/*:" + app + "/lib/main/*:" + app + "/lib/boot/*";
        return List.of(
                classes, "org.rostrum.processing.ExtractionSpeed", folder.toString(), processors() + "", worker());
    }

    private String worker() {
        return root.resolve("extraction-worker/target/dist") + "/*";
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Runs it in a JVM of its own; the last line that it prints are the figures. */
    private static List<Double> figuresOf(List<String> classPathAndArguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp"));
        command.addAll(classPathAndArguments);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new BenchFailure("A measurement failed; build with ./rostrum up first.\n" + output);
            }
            String last = output.substring(output.lastIndexOf('\n') + 1);
            return List.of(last.split(" ", -1)).stream()
                    .map(Double::parseDouble)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted while files were read.", e);
        }
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
