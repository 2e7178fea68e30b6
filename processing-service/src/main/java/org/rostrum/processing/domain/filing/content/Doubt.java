package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.filing.content.ContentModel.Seen;

/**
 * Whether a passage answers any question at all: told by how little it resembles the question that it resembles most, and
 * learned from passages that people settled as answering none.
 */
final class Doubt {
    /** Low scores; few words in common with the nearest question; and how seldom it happens. */
    private static final double[] EXPECTED = {0.6, 0.5, -3};

    private static final double[] FREEDOM = {0.3, 0.3, 2};
    /** Before anybody said so, it hardly ever decides. House choice: one passage in 150. */
    private static final double[] UNTAUGHT = {0.6, 0.5, -5};

    private static final List<Double> BOLDNESSES = List.of(1.0, 10.0);
    private static final double NEIGHBOURS = 0.5;
    private static final double LEAST = 0.001;
    private static final int NOWHERE = 1;

    private final Standard byScore;
    private final Standard byWords;
    private final double[] weights;
    private final @Nullable Taught taught;
    private final double[][] sample;
    private final boolean told;

    /** What is common in a sample, and how far from it is far. */
    private record Standard(double mean, double spread) {
        static Standard of(double[] values) {
            return new Standard(Arrays.stream(values).average().orElse(0), Numbers.spread(new double[][] {values}));
        }

        double lacking(double value) {
            return (mean - value) / spread;
        }
    }

    /** What settled passages add. */
    private record Taught(Settled settled, Correction correction) {}

    private Doubt(List<Seen> seen, double[] weights, boolean told) {
        this.byScore = Standard.of(seen.stream().mapToDouble(Doubt::score).toArray());
        this.byWords = Standard.of(seen.stream().mapToDouble(Doubt::words).toArray());
        this.weights = weights;
        this.taught = null;
        this.told = told;
        this.sample = seen.stream().map(this::own).toArray(double[][]::new);
    }

    private Doubt(Doubt before, double[] weights, @Nullable Taught taught, double[][] sample) {
        this.byScore = before.byScore;
        this.byWords = before.byWords;
        this.weights = weights;
        this.taught = taught;
        this.told = true;
        this.sample = sample;
    }

    /** Nobody has said of any passage that it answers none. */
    static Doubt untaught(ContentModel model) {
        return new Doubt(model.sample(), UNTAUGHT, false);
    }

    /** Learned from settled passages of the sample, of which 1 answers no question and 0 does; the way that foresees best. */
    static Doubt taught(Known known) {
        var untaught = untaught(known.model());
        Way best = Stream.concat(
                        Stream.of(untaught.plainly(known)),
                        BOLDNESSES.stream().map(bold -> untaught.boldly(known, bold)))
                .min(Comparator.comparingDouble(way -> surprise(known, way)))
                .orElseThrow();
        return best.learn(Folds.all(known.count()));
    }

    private Way plainly(Known known) {
        return which -> weighed(known, which);
    }

    private Way boldly(Known known, double boldness) {
        return which -> weighed(known, which).corrected(known, which, boldness);
    }

    /** Learns from some of the settled passages. */
    private interface Way {
        Doubt learn(int[] which);
    }

    private static double surprise(Known known, Way way) {
        double surprise = 0;
        for (int fold = 0; fold < Folds.COUNT; fold++) {
            double[][] sample = way.learn(Folds.without(fold, known.count())).sample;
            for (int i : Folds.only(fold, known.count())) {
                double share = sample[known.places()[i]][known.settled().choice(i)];
                surprise -= Math.log(Math.clamp(share, LEAST, 1 - LEAST));
            }
        }
        return surprise;
    }

    private Doubt weighed(Known known, int[] which) {
        double[][][] cases = Arrays.stream(which)
                .mapToObj(i -> evidence(known.model().sample().get(known.places()[i])))
                .toArray(double[][][]::new);
        return new Doubt(
                known.model().sample(), Weighing.weights(cases, known.choices(which), EXPECTED, FREEDOM), true);
    }

    private Doubt corrected(Known known, int[] which, double boldness) {
        var sample = known.model().sample();
        var correction = new Correction(
                known.settled().together(which),
                Arrays.stream(which)
                        .mapToObj(i -> logits(sample.get(known.places()[i])))
                        .toArray(double[][]::new),
                known.choices(which),
                boldness);
        double[][] thought = IntStream.range(0, sample.size())
                .mapToObj(i -> Numbers.softmax(
                        correction.corrected(
                                logits(sample.get(i)),
                                Settled.together(known.alike().get(i), which)),
                        1))
                .toArray(double[][]::new);
        return new Doubt(
                this, weights, new Taught(known.settled(), correction), known.evened(thought, which, NEIGHBOURS));
    }

    private static double score(Seen passage) {
        return passage.scores()[Numbers.highest(passage.scores())];
    }

    private static double words(Seen passage) {
        return Math.log(0.02 + passage.words());
    }

    private double[][] evidence(Seen passage) {
        double[][] evidence = new double[2][EXPECTED.length];
        evidence[NOWHERE] = new double[] {byScore.lacking(score(passage)), byWords.lacking(words(passage)), 1};
        return evidence;
    }

    private double[] logits(Seen passage) {
        return Weighing.weighed(evidence(passage), weights);
    }

    private double[] own(Seen passage) {
        return Numbers.softmax(logits(passage), 1);
    }

    /** Whether people have said of some passage that it answers none. */
    boolean isTaught() {
        return told;
    }

    /** How likely each passage of the sample answers no question. */
    double[] sample() {
        return Arrays.stream(sample).mapToDouble(shares -> shares[NOWHERE]).toArray();
    }

    /** How likely another passage does. */
    double of(Seen passage) {
        if (taught == null) {
            return own(passage)[NOWHERE];
        }
        double[] alike = Settled.together(
                taught.settled().alike(passage.view()),
                Folds.all(taught.settled().count()));
        double[] thought = Numbers.softmax(taught.correction().corrected(logits(passage), alike), 1);
        return passage.near().evened(thought, sample, NEIGHBOURS)[NOWHERE];
    }
}
