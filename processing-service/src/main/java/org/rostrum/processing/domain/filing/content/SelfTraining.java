package org.rostrum.processing.domain.filing.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Learns what answers to each question look like from the passages that are surest of it, without being told anything: the
 * surest of each question become its examples, and likeness to examples is added to likeness to the question, in rounds.
 *
 * <p>An example never counts for itself, and a question with few examples hardly changes: in small rounds this keeps
 * learning from doing harm (measured 2026-11-22: docs/quality.md).
 */
final class SelfTraining {
    private static final int ROUNDS = 6;
    private static final double TEMPERATURE = 0.3;
    private static final double SUREST = 0.3;
    /** Of what is thought for more reasons than likeness, more can be believed. */
    private static final double SUREST_BY_MORE = 0.5;

    /** Examples after which a question is half learned. */
    private static final double HALF_LEARNED = 5;

    /** Stands for a passage that nobody has settled. */
    static final int OPEN = -1;
    /** Stands for a passage that answers no question, as a person said: an example of nothing. */
    static final int NOWHERE = -2;

    private final double[][] likeness;
    private final List<Kernel> kernels;
    private final int questions;
    private final int[] settled;
    private Examples examples;
    private double[][] scores;
    private final List<Learned> learned = new ArrayList<>();
    private double learnedSpread = 1;
    private double share;

    /** What one kernel contributes: how long each question's sum of examples is, and what is common to all passages. */
    @SuppressWarnings("ArrayRecordComponent") // rows of numbers that nobody else holds
    private record Learned(double[] length, double[] common, double[] trust, double spread) {}

    /**
     * Trains at once.
     *
     * @param likeness of each passage of the sample to each question, in units of its spread
     * @param settled the question that a person chose for each passage of the sample, {@link #OPEN} or {@link #NOWHERE}
     */
    SelfTraining(double[][] likeness, List<Kernel> kernels, int questions, int[] settled) {
        this(likeness, kernels, questions, settled, likeness);
        for (int round = 0; round < ROUNDS && likeness.length > 0; round++) {
            train(SUREST);
        }
    }

    private SelfTraining(double[][] likeness, List<Kernel> kernels, int questions, int[] settled, double[][] scores) {
        this.likeness = likeness;
        this.kernels = kernels;
        this.questions = questions;
        this.settled = settled.clone();
        this.scores = scores;
        this.examples = new Examples(likeness.length);
    }

    /**
     * Takes as examples what is sure by more than its own content.
     *
     * @param thought the logarithm of each question's share in each passage of the sample
     */
    static SelfTraining by(
            double[][] thought, double[][] likeness, List<Kernel> kernels, int questions, int[] settled) {
        var training = new SelfTraining(likeness, kernels, questions, settled, thought);
        training.train(SUREST_BY_MORE);
        return training;
    }

    /** Of each passage of the sample, for each question. */
    double[][] scores() {
        return scores;
    }

    /**
     * Of another passage.
     *
     * @param rows its likeness to the sample, one for each kernel
     */
    double[] score(double[] likenessToQuestions, List<float[]> rows) {
        double[] sum = new double[questions];
        for (int k = 0; k < learned.size(); k++) {
            add(learned.get(k), examples.sums(rows.get(k), questions), sum);
        }
        return plus(likenessToQuestions, sum);
    }

    private void train(double part) {
        examples = surest(part);
        double[] counts = examples.counts(questions);
        double[] trust = Arrays.stream(counts).map(n -> n / (n + HALF_LEARNED)).toArray();
        share = Arrays.stream(trust).average().orElse(0);
        learned.clear();
        double[][] sums = new double[likeness.length][questions];
        for (Kernel kernel : kernels) {
            double[][] likenesses = Arrays.stream(kernel.rows())
                    .map(row -> examples.sums(row, questions))
                    .toArray(double[][]::new);
            Learned each = learn(likenesses, counts, trust);
            learned.add(each);
            for (int i = 0; i < sums.length; i++) {
                add(each, likenesses[i], sums[i]);
            }
        }
        learnedSpread = Numbers.spread(sums);
        scores = IntStream.range(0, sums.length)
                .mapToObj(i -> plus(likeness[i], sums[i]))
                .toArray(double[][]::new);
    }

    private Examples surest(double part) {
        var chosen = new Examples(likeness.length);
        double[] sureness = new double[likeness.length];
        int[] guess = new int[likeness.length];
        for (int i = 0; i < guess.length; i++) {
            double[] shares = Numbers.softmax(scores[i], TEMPERATURE);
            guess[i] = Numbers.highest(shares);
            sureness[i] = shares[guess[i]];
        }
        for (int j = 0; j < questions; j++) {
            int question = j;
            List<Integer> mine = IntStream.range(0, guess.length)
                    .filter(i -> guess[i] == question && settled[i] == OPEN)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> -sureness[i])
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
            mine.stream().limit((long) Math.ceil(part * mine.size())).forEach(i -> chosen.choose(i, question));
        }
        for (int i = 0; i < settled.length; i++) {
            if (settled[i] >= 0) {
                chosen.settle(i, settled[i]);
            }
        }
        return chosen;
    }

    private Learned learn(double[][] likenesses, double[] counts, double[] trust) {
        double[] length = examples.squares(questions);
        examples.forEach((passage, question, weight) -> length[question] += weight * likenesses[passage][question]);
        Arrays.setAll(length, j -> counts[j] > 0 ? Math.sqrt(Math.max(length[j], 1e-9)) : 1);
        double[][] measured = Arrays.stream(likenesses).map(double[]::clone).toArray(double[][]::new);
        for (double[] row : measured) {
            Arrays.setAll(row, j -> row[j] / length[j]);
        }
        double[] common = Numbers.columnMeans(measured, questions);
        for (double[] row : measured) {
            Arrays.setAll(row, j -> (row[j] - common[j]) * trust[j]);
        }
        return new Learned(length, common, trust, Numbers.spread(measured));
    }

    private void add(Learned each, double[] likenesses, double[] sums) {
        for (int j = 0; j < questions; j++) {
            sums[j] += (likenesses[j] / each.length()[j] - each.common()[j]) * each.trust()[j] / each.spread();
        }
    }

    private double[] plus(double[] likenessToQuestions, double[] sum) {
        double[] score = likenessToQuestions.clone();
        Arrays.setAll(score, j -> score[j] + share * sum[j] / learnedSpread);
        return score;
    }
}
