package org.rostrum.processing.domain.filing.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rostrum.processing.domain.filing.content.Views.View;

/**
 * What people's choices teach: how to read the scores, and where belief was wrong. How far to go is decided by leaving out a
 * fifth of the choices in turn and looking which way would have foreseen them best.
 */
final class Lessons {
    private static final int FOLDS = 5;
    private static final double[] FREEDOMS = {0.1, 0.3, 1};
    private static final double[] CAUTIONS = {0.3, 1, 3};
    private static final double MEANING = 0.45;
    private static final double STEMS = 0.3;
    private static final double GRAMS = 0.25;

    private final List<View> settled;
    private final boolean knowsNowhere;
    private final Calibration calibration;
    private final Correction correction;
    private final Calibration end;
    private final double[] surprises;

    private Lessons(
            List<View> settled,
            boolean knowsNowhere,
            Calibration calibration,
            Correction correction,
            Calibration end,
            double[] surprises) {
        this.settled = settled;
        this.knowsNowhere = knowsNowhere;
        this.calibration = calibration;
        this.correction = correction;
        this.end = end;
        this.surprises = surprises;
    }

    /**
     * One way of learning.
     *
     * @param freedom how far questions may lean
     * @param caution how much a single choice is distrusted
     */
    private record Way(double freedom, double caution) {
        /** Learns how sure to be, and nothing else: what is likeliest stays so. */
        static final Way PLAIN = new Way(0, Double.POSITIVE_INFINITY);

        static Stream<Way> bold() {
            return IntStream.range(0, FREEDOMS.length * CAUTIONS.length)
                    .mapToObj(n -> new Way(FREEDOMS[n / CAUTIONS.length], CAUTIONS[n % CAUTIONS.length]));
        }
    }

    /** What is thought of settled passages, to be compared with what people chose. */
    @SuppressWarnings("ArrayRecordComponent") // rows of numbers that nobody else holds
    record Known(List<View> settled, List<double[]> scores, int[] choices, int questions) {
        boolean knowsNowhere() {
            return Arrays.stream(choices).anyMatch(choice -> choice == Confirmed.NOWHERE);
        }

        Cases cases() {
            boolean nowhere = knowsNowhere();
            return new Cases(
                    scores.stream().map(row -> placed(row, nowhere)).toList(),
                    Arrays.stream(choices)
                            .map(choice -> choice == Confirmed.NOWHERE ? questions : choice)
                            .toArray(),
                    Lessons.likeness(settled),
                    nowhere ? questions + 1 : questions);
        }
    }

    /** Learns how sure to be; files as if nobody had chosen anything. */
    static Lessons plain(Known known) {
        var cases = known.cases();
        return of(known, cases, Way.PLAIN, foretold(cases, Way.PLAIN));
    }

    /** The way that foresees choices best, if it clearly foresees them better than those lessons. */
    static Optional<Lessons> better(Known known, Lessons toBeat) {
        var cases = known.cases();
        return Way.bold()
                .map(way -> of(known, cases, way, foretold(cases, way)))
                .filter(lessons -> lessons.clearlyBeat(toBeat))
                .min(Comparator.comparingDouble(Lessons::surprise));
    }

    private static Lessons of(Known known, Cases cases, Way way, List<double[]> foretold) {
        var calibration = cases.calibration(way.freedom());
        return new Lessons(
                known.settled(),
                known.knowsNowhere(),
                calibration,
                cases.correction(calibration, way.caution()),
                sharpened(cases, foretold),
                surprises(cases, foretold));
    }

    /** By more than one standard error: a smaller difference may be chance. */
    private boolean clearlyBeat(Lessons other) {
        double[] gains = new double[surprises.length];
        Arrays.setAll(gains, i -> other.surprises[i] - surprises[i]);
        double mean = Arrays.stream(gains).average().orElse(0);
        double variance = Arrays.stream(gains)
                .map(gain -> (gain - mean) * (gain - mean))
                .average()
                .orElse(0);
        return mean > Math.sqrt(variance / Math.max(1, gains.length - 1));
    }

    /** The less a passage resembles any question, the likelier it answers none. */
    private static double[] placed(double[] scores, boolean knowsNowhere) {
        if (!knowsNowhere) {
            return scores;
        }
        double[] placed = Arrays.copyOf(scores, scores.length + 1);
        placed[scores.length] = -scores[Numbers.highest(scores)];
        return placed;
    }

    /** Whether more was learned than how sure to be. */
    boolean areBold() {
        return correction.isOne();
    }

    /** Mean surprise, in nats, at choices that were left out; less is better. */
    double surprise() {
        return Arrays.stream(surprises).average().orElse(0);
    }

    Belief belief(View passage, double[] scores) {
        double[] alike =
                settled.stream().mapToDouble(each -> likeness(passage, each)).toArray();
        double[] corrected = correction.correct(calibration.shares(placed(scores, knowsNowhere)), alike);
        double[] places = end.shares(logarithms(corrected));
        double[] shares = Arrays.copyOf(places, scores.length);
        double sum = Arrays.stream(shares).sum();
        return new Belief(
                Numbers.times(shares, 1 / sum),
                Math.clamp(1 - sum, 0, 1),
                Numbers.highest(shares) != Numbers.highest(scores));
    }

    private static double[] logarithms(double[] shares) {
        return Arrays.stream(shares).map(Math::log).toArray();
    }

    /** How much to believe the result as a whole: by what was foreseen of choices that were left out. */
    private static Calibration sharpened(Cases cases, List<double[]> foreseen) {
        int[] choices = IntStream.range(0, cases.count()).map(cases::choice).toArray();
        return Calibration.sharpness(foreseen.stream().map(Lessons::logarithms).toList(), choices);
    }

    private static List<double[]> foretold(Cases cases, Way way) {
        double[][] foretold = new double[cases.count()][];
        for (int fold = 0; fold < FOLDS; fold++) {
            int[] known = cases.without(fold, FOLDS);
            var some = cases.left(fold, FOLDS);
            var calibration = some.calibration(way.freedom());
            var correction = some.correction(calibration, way.caution());
            for (int i : cases.fold(fold, FOLDS)) {
                foretold[i] = correction.correct(calibration.shares(cases.scores(i)), cases.likeness(i, known));
            }
        }
        return new ArrayList<>(Arrays.asList(foretold));
    }

    private static double[] surprises(Cases cases, List<double[]> foretold) {
        return IntStream.range(0, cases.count())
                .mapToDouble(i -> -Math.log(foretold.get(i)[cases.choice(i)]))
                .toArray();
    }

    private static double[][] likeness(List<View> settled) {
        double[][] likeness = new double[settled.size()][settled.size()];
        for (int i = 0; i < likeness.length; i++) {
            for (int j = 0; j <= i; j++) {
                likeness[i][j] = i == j ? 1 : likeness(settled.get(i), settled.get(j));
                likeness[j][i] = likeness[i][j];
            }
        }
        return likeness;
    }

    private static double likeness(View one, View other) {
        return MEANING * Views.byMeaning(one, other)
                + STEMS * Views.byStems(one, other)
                + GRAMS * Views.byGrams(one, other);
    }
}
