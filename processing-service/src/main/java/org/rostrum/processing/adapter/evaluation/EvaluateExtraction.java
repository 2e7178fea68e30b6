package org.rostrum.processing.adapter.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.rostrum.processing.adapter.evaluation.Options.Unusable;
import org.rostrum.processing.adapter.evaluation.ReadFile.Match;
import org.rostrum.processing.usecase.Extractions;
import org.rostrum.processing.usecase.Pauses;

/**
 * Reads the files of past submissions as the service would, and compares with their texts as somebody else read them:
 * {@code items.jsonl} names each {@code file} and may give its {@code reference_text} and a {@code summary_text} that
 * quotes it.
 */
public final class EvaluateExtraction {
    private static final int WORST = 12;

    private final Extractions extractions;
    private final int atATime;

    /**
     * @param extractions ready to work
     * @param atATime how many files it reads at a time
     */
    public EvaluateExtraction(Extractions extractions, int atATime) {
        this.extractions = extractions;
        this.atATime = atATime;
    }

    public void run(Options options, PrintStream out) {
        var items = JsonLines.of(options.set().resolve("items.jsonl")).stream()
                .filter(item -> item.hasNonNull("file"))
                .toList();
        if (items.isEmpty()) {
            throw new Unusable("No line of the set's items.jsonl names a file.");
        }
        var clock = new Stopwatch();
        var files = readAll(items, options.set());
        clock.lap("reading_seconds");
        var figures = figures(files, clock.laps().values().iterator().next());
        print(files, figures, out);
        var json = options.json();
        if (json != null) {
            figures.write(json, files.stream().map(ReadFile::row).toList(), out);
        }
    }

    private List<ReadFile> readAll(List<JsonNode> items, Path set) {
        try (var readers = Executors.newFixedThreadPool(atATime)) {
            return items.stream().map(item -> readers.submit(() -> read(item, set))).toList().stream()
                    .map(Pauses::await)
                    .toList();
        }
    }

    private ReadFile read(JsonNode item, Path set) {
        Path file = set.resolve(ReadFile.pathOf(item));
        if (!Files.isReadable(file)) {
            throw new Unusable("The set names the file " + file + ", which cannot be read.");
        }
        long begun = System.nanoTime();
        var extraction = extractions.extract(
                file, file.getFileName().toString(), item.path("media_type").asText(""));
        return ReadFile.of(item, extraction, (System.nanoTime() - begun) / 1e9);
    }

    private static Figures figures(List<ReadFile> files, double seconds) {
        var figures = new Figures();
        put(figures, "", files);
        figures.put("share_as_printed", share(comparable(files, ReadFile::printed)));
        byFormat(files).forEach((format, some) -> put(figures, "_" + format, some));
        figures.put("other_texts", count(files, ReadFile::isOfAnotherText));
        figures.put("summary_share", share(files.stream().map(ReadFile::summary).toList()));
        figures.put("summary_share_mean", mean(files, file -> file.summary().share()));
        figures.put("summary_share_mean_elsewhere", mean(files, ReadFile::summaryElsewhere));
        double characters =
                files.stream().mapToDouble(file -> file.text().length()).sum();
        figures.put("characters", characters);
        figures.put("seconds", seconds);
        figures.put("files_per_second", files.size() / seconds);
        figures.put("characters_per_second", characters / seconds);
        figures.put("peak_memory_mib", Memory.peak());
        figures.put("peak_memory_workers_mib", Memory.peakOfChildren());
        return figures;
    }

    private static void put(Figures figures, String suffix, List<ReadFile> files) {
        figures.put("share" + suffix, share(comparable(files, ReadFile::reference)));
        figures.put(
                "share_mean" + suffix,
                mean(
                        files,
                        file -> file.isOfAnotherText()
                                ? Double.NaN
                                : file.reference().share()));
        figures.put("files" + suffix, files.size());
        figures.put(
                "quarantined" + suffix, count(files, file -> !file.quarantined().isEmpty()));
    }

    private static int count(List<ReadFile> files, Predicate<ReadFile> which) {
        return Math.toIntExact(files.stream().filter(which).count());
    }

    private static List<Match> comparable(List<ReadFile> files, Function<ReadFile, Match> match) {
        return files.stream().filter(file -> !file.isOfAnotherText()).map(match).toList();
    }

    private static double share(List<Match> matches) {
        return (double) matches.stream().mapToInt(Match::found).sum()
                / matches.stream().mapToInt(Match::runs).sum();
    }

    private static double mean(List<ReadFile> files, ToDoubleFunction<ReadFile> figure) {
        return files.stream()
                .mapToDouble(figure)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    private static Map<String, List<ReadFile>> byFormat(List<ReadFile> files) {
        return files.stream().collect(Collectors.groupingBy(ReadFile::format, TreeMap::new, Collectors.toList()));
    }

    private static void print(List<ReadFile> files, Figures figures, PrintStream out) {
        out.printf("%n%-60s %10s %7s %7s%n", "the files of which least was found", "characters", "share", "seconds");
        files.stream()
                .filter(file -> file.reference().runs() > 0 && !file.isOfAnotherText())
                .sorted(Comparator.comparingDouble(file -> file.reference().share()))
                .limit(WORST)
                .forEach(file -> out.printf(
                        "%-60s %10d %7.4f %7.3f%n",
                        shortened(file), file.text().length(), file.reference().share(), file.seconds()));
        files.stream()
                .filter(file -> !file.quarantined().isEmpty())
                .forEach(file -> out.printf("%-60s quarantined: %s%n", shortened(file), file.quarantined()));
        out.println();
        figures.byName().forEach((name, value) -> out.printf("%-32s %14.4f%n", name, value));
        out.println("""

                share is that of the references' different runs of four words that are in our texts, all files together;
                share_mean is the mean over files; share_as_printed leaves running heads and page numbers where they are
                printed, in the middle of sentences, as the references do. A reference is a second tool's reading, with its running heads and page
                numbers; where the set says that a third tool finds less than half of it, too, it is another text, such as a
                translation, and is not counted (other_texts). summary_share_mean_elsewhere is what another tool found of the texts that quote the files.""");
    }

    private static String shortened(ReadFile file) {
        String name = ReadFile.pathOf(file.item()).getFileName().toString();
        return name.length() <= 60 ? name : name.substring(0, 40) + "..." + name.substring(name.length() - 17);
    }
}
