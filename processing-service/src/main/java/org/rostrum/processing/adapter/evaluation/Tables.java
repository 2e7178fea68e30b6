package org.rostrum.processing.adapter.evaluation;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.Map;

/** Figures for people. */
final class Tables {
    private final PrintStream out;

    Tables(PrintStream out) {
        this.out = out;
    }

    void print(PastConsultation past, Scores scores, Map<String, Double> figures) {
        out.printf("%n%-14s %8s %6s %6s %6s  %s%n", "question", "passages", "found", "right", "F1", "mostly taken for");
        scores.lines().stream()
                .sorted(Comparator.comparingInt(Scores.Line::passages).reversed())
                .forEach(line -> out.printf(
                        "%-14s %8d %6.3f %6.3f %6.3f  %s%n",
                        past.id(line.question()),
                        line.passages(),
                        line.found(),
                        line.precision(),
                        line.f1(),
                        line.takenFor().map(past::id).orElse("")));
        out.println();
        figures.forEach((name, value) -> out.printf("%-30s %12.4f%n", name, value));
        out.println("""

                accuracy, macro_f1, top3 and ece count what the service would file: by headings, order and content.
                content_... count each passage as if it stood alone. A passage filed under "answers no question" is
                counted as wrong where the set names a question. accuracy_margin is half of the 95 % interval over
                submissions.""");
    }
}
