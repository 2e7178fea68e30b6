package org.rostrum.benchmarks.extraction;

import java.nio.file.Path;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.rostrum.benchmarks.BenchFailure;
import org.rostrum.benchmarks.Figures;
import org.rostrum.benchmarks.Progress;

/** The command {@code ./rostrum bench extraction}. */
public final class ExtractionBench {
    private int pdfs = 1_000;
    private int docx = 1_600;
    private int rounds = 3;
    private @Nullable Path json;

    private ExtractionBench() {}

    /** Takes every word from the command line. */
    public static void run(Deque<String> words, Progress progress) {
        var bench = new ExtractionBench();
        while (!words.isEmpty()) {
            bench.option(words.removeFirst(), words);
        }
        bench.measure(Path.of(System.getProperty("rostrum.root", ".")), progress);
    }

    private void option(String word, Deque<String> rest) {
        switch (word) {
            case "--quick" -> {
                pdfs = 600;
                docx = 1_200;
                rounds = 1;
            }
            case "--json" -> {
                if (rest.isEmpty()) {
                    throw new BenchFailure("--json needs the name of a file.");
                }
                json = Path.of(rest.removeFirst());
            }
            default -> throw new BenchFailure("There is no option " + word + "; ./rostrum bench help lists them.");
        }
    }

    private void measure(Path root, Progress progress) {
        var figures = new Figures();
        FileReadings.ofPdfs(root, pdfs, rounds, "", figures, progress);
        FileReadings.ofDocx(root, docx, rounds, figures, progress);
        figures.count("processors", Runtime.getRuntime().availableProcessors());
        progress.print(figures.toString());
        if (json != null) {
            figures.write(json);
        }
    }
}
