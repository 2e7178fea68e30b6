package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.filing.content.Views.View;

/**
 * What a round's own passages have taught. Never changes: a round that has grown gets a new one. The same questions, the same
 * sample and the same choices of people give the same model.
 */
final class ContentModel {
    /** How much a passage's neighbours count beside its own score. */
    private static final double NEIGHBOURS = 0.3;
    /** How much what its words say counts beside its score; between .3 and .8 little changes (docs/quality.md). */
    private static final double WORDS = 0.5;
    /** How sharp beliefs are before anything is settled. */
    private static final double TEMPERATURE = 0.7;

    private static final double LEAST = 1e-9;

    private static final double COOLEST = 0.5;
    private static final double STEP = 1.05;

    private final double temperature;
    private final Material material;
    private final SelfTraining training;
    private final double trainingSpread;
    private final @Nullable Diction diction;
    private final double[][] evened;
    private final double scoreSpread;
    private final List<Seen> sample;

    /**
     * A passage as the model sees it.
     *
     * @param scores for each question, as logits before people's choices taught anything
     * @param words how alike its words are to those of the question nearest to it, 0 to 1
     * @param near who of the sample is near it
     */
    @SuppressWarnings("ArrayRecordComponent") // rows of numbers that nobody else holds
    record Seen(View view, double[] scores, double words, Neighbourhood.Near near) {}

    /**
     * Learns at once.
     *
     * @param settled the question that a person chose for each passage, {@link SelfTraining#OPEN} or
     *     {@link SelfTraining#NOWHERE}
     */
    ContentModel(Material material, int[] settled) {
        this(
                material,
                new SelfTraining(material.likeness(), material.kernels(), material.questions(), settled),
                null,
                TEMPERATURE);
    }

    /**
     * Learns anew from what is thought of the sample for more reasons than its content.
     *
     * @param thought the shares of each question in each passage of the sample
     */
    ContentModel by(double[][] thought, int[] settled) {
        double[][] logarithms = Arrays.stream(thought)
                .map(shares -> Arrays.stream(shares)
                        .map(share -> Math.log(Math.max(share, LEAST)))
                        .toArray())
                .toArray(double[][]::new);
        return new ContentModel(
                material,
                SelfTraining.by(logarithms, material.likeness(), material.kernels(), material.questions(), settled),
                null,
                temperature);
    }

    /**
     * The same, listening to words as well.
     *
     * @param thought the shares of each question in each passage of the sample; zeros where it answers none
     */
    ContentModel worded(double[][] thought) {
        return new ContentModel(
                material, training, new Diction(material.views(), thought, material.questions()), temperature);
    }

    /** The same, as sure of content as makes likeliest what is thought for more reasons. */
    ContentModel asSureAs(double[][] thought) {
        double[][] scores = sample.stream().map(Seen::scores).toArray(double[][]::new);
        double best = DoubleStream.iterate(COOLEST, factor -> factor <= 1 / COOLEST, factor -> factor * STEP)
                .boxed()
                .min(Comparator.comparingDouble(factor -> surprise(scores, factor, thought)))
                .orElse(1.0);
        return new ContentModel(material, training, diction, temperature * best);
    }

    private static double surprise(double[][] scores, double factor, double[][] thought) {
        double surprise = 0;
        for (int i = 0; i < scores.length; i++) {
            double[] shares = Numbers.softmax(scores[i], factor);
            for (int j = 0; j < shares.length; j++) {
                surprise -= thought[i][j] * Math.log(Math.max(shares[j], LEAST));
            }
        }
        return surprise;
    }

    private ContentModel(Material material, SelfTraining training, @Nullable Diction diction, double temperature) {
        this.temperature = temperature;
        this.material = material;
        this.training = training;
        this.diction = diction;
        trainingSpread = Numbers.spread(training.scores());
        double[][] scores = training.scores().clone();
        if (diction != null) {
            Arrays.setAll(scores, i -> withWords(scores[i], diction.of(i)));
        }
        evened = material.neighbourhood().evened(scores, NEIGHBOURS, new boolean[scores.length]);
        scoreSpread = temperature * Numbers.spread(evened);
        sample = IntStream.range(0, scores.length)
                .mapToObj(i -> seen(
                        material.views().get(i),
                        evened[i],
                        material.neighbourhood().near(i)))
                .toList();
    }

    private double[] withWords(double[] score, double[] words) {
        double[] sum = score.clone();
        Numbers.add(words, WORDS * trainingSpread, sum);
        return sum;
    }

    private Seen seen(View view, double[] scores, Neighbourhood.Near near) {
        return new Seen(view, Numbers.times(scores, 1 / scoreSpread), material.nearestByWords(view), near);
    }

    /** The passages of the sample, in its order. */
    List<Seen> sample() {
        return sample;
    }

    /** The shares of each question in each passage of the sample, by its content. */
    double[][] shares() {
        return sample.stream().map(seen -> Numbers.softmax(seen.scores(), 1)).toArray(double[][]::new);
    }

    Themes themes() {
        return material.themes();
    }

    double nearestByWords(Features passage) {
        return material.nearestByWords(material.view(passage));
    }

    /** Another passage. */
    Seen see(Features passage) {
        View view = material.view(passage);
        List<float[]> rows = material.rows(view);
        Neighbourhood.Near near = material.neighbourhood().near(rows);
        double[] score = training.score(material.likeness(view), rows);
        double[] own = diction == null ? score : withWords(score, diction.of(view));
        return seen(view, near.evened(own, evened, NEIGHBOURS), near);
    }

    /** What is thought of each passage of the sample, evened out among neighbours; what is known stays. */
    double[][] evened(double[][] thought, double share, boolean[] known) {
        return material.neighbourhood().evened(thought, share, known);
    }
}
