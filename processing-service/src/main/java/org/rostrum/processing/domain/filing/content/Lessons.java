package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.filing.content.ContentModel.Seen;

/**
 * What people's choices teach about the questions that passages answer. How far to go is decided by leaving out a fifth of the
 * choices in turn and looking which way would have foreseen them best.
 */
final class Lessons {
    private static final double[] BOLDNESSES = {1, 5};
    /** How much a passage's neighbours count beside what is learned of itself. */
    private static final double NEIGHBOURS = 0.5;
    /** No question is left out altogether: what nobody expected may be true. */
    private static final double LEAST = 0.001;

    private final Settled settled;
    private final @Nullable Lesson lesson;
    private final double[][] sample;
    private final Calibration end;
    private final double[] surprises;

    private Lessons(Known known, @Nullable Lesson lesson, double[][] sample, Calibration end, double[] surprises) {
        this.settled = known.settled();
        this.lesson = lesson;
        this.sample = sample;
        this.end = end;
        this.surprises = surprises;
    }

    /** Learns how sure to be; files as if nobody had chosen anything. */
    static Lessons plain(Known known) {
        double[][] scores = known.scores();
        int[] all = Folds.all(known.count());
        return new Lessons(
                known,
                null,
                known.sampleScores(),
                Calibration.sharpness(List.of(scores), known.choices(all)),
                surprisesAt(known, scores));
    }

    /**
     * Whether these scores foresee choices clearly better than these lessons do.
     *
     * @param scores of the settled passages, each by somebody who was not told what was chosen for it
     */
    boolean areBeatenBy(double[][] scores, Known known) {
        return Folds.clearlyLess(surprisesAt(known, scores), surprises);
    }

    private static double[] surprisesAt(Known known, double[][] scores) {
        return surprises(known, foretold(known, which -> {
            var some = Calibration.sharpness(
                    Arrays.stream(which).mapToObj(i -> scores[i]).toList(), known.choices(which));
            return i -> some.shares(scores[i]);
        }));
    }

    /** The way that foresees choices best, if it clearly foresees them better than those lessons and than blind guesses. */
    static Optional<Lessons> better(Known known, Lessons toBeat) {
        double[] blind = surprises(known, foretold(known, which -> blindly(known, which)));
        return DoubleStream.of(BOLDNESSES)
                .mapToObj(boldness -> bold(known, boldness))
                .filter(lessons -> Folds.clearlyLess(lessons.surprises, toBeat.surprises))
                .filter(lessons -> Folds.clearlyLess(lessons.surprises, blind))
                .min(Comparator.comparingDouble(Lessons::surprise));
    }

    /**
     * By how often each question was chosen: whoever foresees choices no better has only become less sure, which choices that
     * follow no rule teach as well.
     */
    private static Foretelling blindly(Known known, int[] which) {
        double[] counts = new double[known.expected().length];
        Arrays.fill(counts, 1);
        Arrays.stream(known.choices(which)).forEach(choice -> counts[choice]++);
        double[] shares = Numbers.times(counts, 1 / Arrays.stream(counts).sum());
        return _ -> shares;
    }

    private static Lessons bold(Known known, double boldness) {
        double[][] foretold = foretold(known, which -> {
            double[][] taught = known.taught(known.lesson(which, boldness), which, NEIGHBOURS);
            return i -> taught[known.places()[i]];
        });
        int[] all = Folds.all(known.count());
        var lesson = known.lesson(all, boldness);
        var end = Calibration.sharpness(
                Arrays.stream(foretold).map(Lessons::logarithms).toList(), known.choices(all));
        return new Lessons(known, lesson, known.taught(lesson, all, NEIGHBOURS), end, surprises(known, foretold));
    }

    /** Learns from some settled passages, by their place among all settled ones, to foretell others. */
    @FunctionalInterface
    private interface Way {
        Foretelling learn(int[] which);
    }

    @FunctionalInterface
    private interface Foretelling {
        double[] of(int index);
    }

    private static double[][] foretold(Known known, Way way) {
        double[][] foretold = new double[known.count()][];
        for (int fold = 0; fold < Folds.COUNT; fold++) {
            var learned = way.learn(Folds.without(fold, known.count()));
            for (int i : Folds.only(fold, known.count())) {
                foretold[i] = learned.of(i);
            }
        }
        return foretold;
    }

    private static double[] surprises(Known known, double[][] foretold) {
        return IntStream.range(0, known.count())
                .mapToDouble(i -> -Math.log(floored(foretold[i])[known.settled().choice(i)]))
                .toArray();
    }

    private static double[] floored(double[] shares) {
        double[] floored =
                Arrays.stream(shares).map(share -> Math.max(share, LEAST)).toArray();
        return Numbers.times(floored, 1 / Arrays.stream(floored).sum());
    }

    private static double[] logarithms(double[] shares) {
        return Arrays.stream(floored(shares)).map(Math::log).toArray();
    }

    /** Whether more was learned than how sure to be. */
    boolean areBold() {
        return lesson != null;
    }

    /** Mean surprise, in nats, at choices that were left out; less is better. */
    double surprise() {
        return Arrays.stream(surprises).average().orElse(0);
    }

    /** Of each passage of the sample. */
    List<double[]> sample() {
        return Arrays.stream(sample).map(this::ended).toList();
    }

    /** Of another passage. */
    double[] shares(Seen passage) {
        double[] scores = passage.scores();
        if (lesson == null) {
            return ended(scores);
        }
        double[] own = lesson.shares(scores, settled.alike(passage.view()));
        return ended(passage.near().evened(own, sample, NEIGHBOURS));
    }

    private double[] ended(double[] thought) {
        return end.shares(lesson == null ? thought : logarithms(thought));
    }
}
