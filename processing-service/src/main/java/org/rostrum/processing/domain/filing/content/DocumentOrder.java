package org.rostrum.processing.domain.filing.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Reads documents in their order: authors who follow the questions stay with one, go on to the next, skip some, or go back.
 * How often they do is learned from the round's documents. Each document is read both ways, in order and without, and the
 * readings are mixed by how much better its order explains it than other orders of the same passages would: a document in an
 * order of its own loses nothing.
 *
 * <p>A hidden Markov model whose transition depends only on the kind of step (Rabiner 1989), mixed with independence, both
 * fitted by expectation maximisation.
 */
public final class DocumentOrder {
    private static final int ROUNDS = 6;
    /** How many times likelier the order has to make a document before it is believed as much as no order: e². */
    private static final double DOUBT = 2;

    private static final int SHUFFLES = 12;

    private static final int STAY = 0;
    private static final int NEXT = 1;
    private static final int FORWARD = 2;
    private static final int BACK = 3;
    private static final int STEPS = 4;

    private final int questions;
    private final double ordered;
    private final double[][] transitions;

    /** What is known before any document was read. */
    public DocumentOrder(int questions) {
        this(questions, new double[] {0.25, 0.4, 0.25, 0.1}, 0.5);
    }

    private DocumentOrder(int questions, double[] steps, double ordered) {
        this.questions = questions;
        this.ordered = ordered;
        this.transitions = transitions(questions, steps);
    }

    /**
     * Learns from documents that are read in their order.
     *
     * @param documents of each, the shares of each question in each passage
     */
    public static DocumentOrder learned(int questions, List<double[][]> documents) {
        var order = new DocumentOrder(questions);
        for (int round = 0; round < ROUNDS && questions > 1; round++) {
            order = order.next(documents);
        }
        return order;
    }

    private DocumentOrder next(List<double[][]> documents) {
        double[] counted = new double[STEPS];
        Arrays.fill(counted, 1);
        double inOrder = 1;
        int read = 0;
        for (double[][] document : documents) {
            if (document.length < 2) {
                continue;
            }
            var reading = new Reading(document);
            double believed = reading.believed();
            reading.count(believed, counted);
            inOrder += believed;
            read++;
        }
        double all = Arrays.stream(counted).sum();
        return new DocumentOrder(
                questions,
                Arrays.stream(counted).map(count -> count / all).toArray(),
                Math.clamp(inOrder / (read + 2), 0.02, 0.98));
    }

    /** The shares of each question in each passage of a document, with its order taken into account. */
    public double[][] read(double[][] shares) {
        return read(shares, shares);
    }

    /**
     * The same, where something else is thought of the passages if their order means nothing.
     *
     * @param withoutOrder what is thought then
     */
    double[][] read(double[][] shares, double[][] withoutOrder) {
        if (shares.length < 2 || questions < 2) {
            return withoutOrder;
        }
        var reading = new Reading(shares);
        double believed = reading.believed();
        double[][] inOrder = reading.shares();
        var mixed = new ArrayList<double[]>();
        for (int t = 0; t < shares.length; t++) {
            double[] row = new double[questions];
            for (int j = 0; j < questions; j++) {
                row[j] = believed * inOrder[t][j] + (1 - believed) * withoutOrder[t][j];
            }
            mixed.add(row);
        }
        return mixed.toArray(double[][]::new);
    }

    private static int step(int from, int to) {
        if (from == to) {
            return STAY;
        }
        return to == from + 1 ? NEXT : to > from ? FORWARD : BACK;
    }

    private static double[][] transitions(int questions, double[] steps) {
        double[][] transitions = new double[questions][questions];
        for (int i = 0; i < questions; i++) {
            int[] ways = new int[STEPS];
            for (int j = 0; j < questions; j++) {
                ways[step(i, j)]++;
            }
            double sum = 0;
            for (int j = 0; j < questions; j++) {
                transitions[i][j] = steps[step(i, j)] / ways[step(i, j)];
                sum += transitions[i][j];
            }
            for (int j = 0; j < questions; j++) {
                transitions[i][j] /= sum;
            }
        }
        return transitions;
    }

    /** One document, forwards and backwards; every row is scaled to sum 1 and the scale kept. */
    private final class Reading {
        private final double[][] evidence;
        private final double[][] forwards;
        private final double[][] backwards;
        private final double[] scale;

        Reading(double[][] evidence) {
            this.evidence = evidence;
            int n = evidence.length;
            forwards = new double[n][questions];
            backwards = new double[n][questions];
            scale = new double[n];
            for (int t = 0; t < n; t++) {
                for (int j = 0; j < questions; j++) {
                    forwards[t][j] = evidence[t][j] * (t == 0 ? 1.0 / questions : arriving(t - 1, j));
                }
                scale[t] = normalise(forwards[t]);
            }
            Arrays.fill(backwards[n - 1], 1);
            for (int t = n - 2; t >= 0; t--) {
                for (int i = 0; i < questions; i++) {
                    double sum = 0;
                    for (int j = 0; j < questions; j++) {
                        sum += transitions[i][j] * evidence[t + 1][j] * backwards[t + 1][j];
                    }
                    backwards[t][i] = sum / scale[t + 1];
                }
            }
        }

        private double arriving(int before, int at) {
            double sum = 0;
            for (int i = 0; i < questions; i++) {
                sum += forwards[before][i] * transitions[i][at];
            }
            return sum;
        }

        private static double normalise(double[] row) {
            double sum = Math.max(Arrays.stream(row).sum(), 1e-300);
            for (int j = 0; j < row.length; j++) {
                row[j] /= sum;
            }
            return sum;
        }

        /** The share that the order has in explaining the document. */
        double believed() {
            double withOrder = Arrays.stream(scale).map(Math::log).sum() + Math.log(ordered) - DOUBT;
            double without = Math.max(independent(), inAnyOrder()) + Math.log(1 - ordered);
            return 1 / (1 + Math.exp(Math.clamp(without - withOrder, -50, 50)));
        }

        private double independent() {
            return Arrays.stream(evidence)
                    .mapToDouble(row -> Math.log(Arrays.stream(row).sum() / questions))
                    .sum();
        }

        /** What the same passages would mean to the model in an order that means nothing: the mean over some shuffles. */
        private double inAnyOrder() {
            var chance = new Random(evidence.length);
            List<double[]> rows = new ArrayList<>(Arrays.asList(evidence));
            double[] likelihoods = new double[SHUFFLES];
            for (int n = 0; n < SHUFFLES; n++) {
                Collections.shuffle(rows, chance);
                likelihoods[n] = logLikelihood(rows);
            }
            double highest = Arrays.stream(likelihoods).max().orElse(0);
            return highest
                    + Math.log(Arrays.stream(likelihoods)
                            .map(likelihood -> Math.exp(likelihood - highest))
                            .average()
                            .orElse(1));
        }

        private double logLikelihood(List<double[]> rows) {
            double sum = 0;
            double[] before = new double[0];
            for (double[] row : rows) {
                double[] now = row.clone();
                for (int j = 0; j < questions; j++) {
                    double prior = 1.0 / questions;
                    if (before.length > 0) {
                        prior = 0;
                        for (int i = 0; i < questions; i++) {
                            prior += before[i] * transitions[i][j];
                        }
                    }
                    now[j] *= prior;
                }
                sum += Math.log(normalise(now));
                before = now;
            }
            return sum;
        }

        double[][] shares() {
            double[][] shares = new double[evidence.length][questions];
            for (int t = 0; t < shares.length; t++) {
                for (int j = 0; j < questions; j++) {
                    shares[t][j] = forwards[t][j] * backwards[t][j];
                }
                normalise(shares[t]);
            }
            return shares;
        }

        void count(double believed, double[] counted) {
            for (int t = 1; t < evidence.length; t++) {
                for (int i = 0; i < questions; i++) {
                    for (int j = 0; j < questions; j++) {
                        counted[step(i, j)] += believed
                                * forwards[t - 1][i]
                                * transitions[i][j]
                                * evidence[t][j]
                                * backwards[t][j]
                                / scale[t];
                    }
                }
            }
        }
    }
}
