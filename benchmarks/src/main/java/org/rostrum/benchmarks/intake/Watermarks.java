package org.rostrum.benchmarks.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.rostrum.benchmarks.Figures;
import org.rostrum.benchmarks.Progress;
import org.rostrum.benchmarks.system.JavaProcess;

/** Looks at the memory of intake at the start and when a tenth, half and all of the submissions are acknowledged. */
final class Watermarks {
    private final JavaProcess intake;
    private final Figures figures;
    private final Progress progress;
    private final Deque<Integer> marks;
    private final List<Double> live = new ArrayList<>();
    private final List<Double> resident = new ArrayList<>();

    Watermarks(JavaProcess intake, Figures figures, Progress progress, int submissions) {
        this.intake = intake;
        this.figures = figures;
        this.progress = progress;
        this.marks = new ArrayDeque<>(
                Stream.of(0, submissions / 10, submissions / 2, submissions).toList());
    }

    /** The next number of submissions at which memory is to be looked at, or 0 if that was the last. */
    long next() {
        return marks.isEmpty() ? 0 : marks.getFirst();
    }

    void look(int acknowledged) {
        if (marks.isEmpty() || acknowledged < marks.getFirst()) {
            return;
        }
        int mark = 0;
        while (!marks.isEmpty() && marks.getFirst() <= acknowledged) {
            mark = marks.removeFirst();
        }
        resident.add(intake.residentMegabytes());
        live.add(intake.liveMegabytes());
        progress.say("intake's memory after %,d submissions: resident %.0f MB, live objects %.1f MB"
                .formatted(acknowledged, resident.getLast(), live.getLast()));
        figures.put("resident_mb_at_" + mark, resident.getLast());
        figures.put("live_mb_at_" + mark, live.getLast());
    }

    /** How much it grew after the first tenth, when everything has been used once. */
    void compare() {
        if (live.size() > 2) {
            figures.put("live_mb_growth", live.getLast() - live.get(1));
            figures.put("resident_mb_growth", resident.getLast() - resident.get(1));
        }
    }
}
