package org.rostrum.benchmarks.intake;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.rostrum.benchmarks.Figures;

/** The middle of several rounds, and how far they lie apart. */
record Spread(double least, double median, double most) {

    static <T> Spread of(List<T> rounds, ToDoubleFunction<T> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    void put(Figures figures, String name) {
        figures.put(name, median);
        figures.put(name + "_min", least);
        figures.put(name + "_max", most);
    }
}
