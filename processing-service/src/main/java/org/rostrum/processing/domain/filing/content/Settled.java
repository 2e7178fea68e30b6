package org.rostrum.processing.domain.filing.content;

import java.util.List;
import java.util.stream.IntStream;
import org.rostrum.processing.domain.filing.content.Views.View;

/** Settled passages, and how alike others are to them in each respect: meaning, stems, character 4-grams and themes. */
final class Settled {
    static final int RESPECTS = 4;
    private static final double[] WEIGHTS = {0.35, 0.2, 0.2, 0.25};

    private final List<Likenesses> respects;
    private final int[] choices;
    private final float[][][] amongThemselves;
    private final double[] spreads;

    /**
     * Passages that people settled.
     *
     * @param choices for each, the place where a person filed it
     */
    Settled(List<View> passages, Themes themes, int[] choices) {
        this.respects = List.of(
                Likenesses.byMeaning(passages),
                Likenesses.byStems(passages),
                Likenesses.byGrams(passages),
                Likenesses.byThemes(passages, themes));
        this.choices = choices;
        this.amongThemselves = passages.stream().map(this::alike).toArray(float[][][]::new);
        for (int i = 0; i < amongThemselves.length; i++) {
            for (float[] row : amongThemselves[i]) {
                row[i] = 0;
            }
        }
        this.spreads = IntStream.range(0, RESPECTS).mapToDouble(this::spread).toArray();
    }

    private double spread(int respect) {
        return Numbers.spread(IntStream.range(0, count())
                .mapToObj(i -> IntStream.range(0, count())
                        .mapToDouble(j -> amongThemselves[i][respect][j])
                        .toArray())
                .toArray(double[][]::new));
    }

    int count() {
        return choices.length;
    }

    int choice(int index) {
        return choices[index];
    }

    double[] spreads() {
        return spreads;
    }

    /** How alike a passage is to each of these: a row for each respect. */
    float[][] alike(View passage) {
        return respects.stream().map(each -> each.of(passage)).toArray(float[][]::new);
    }

    /** How alike one of these is to each; nobody is compared with himself, so that nobody vouches for himself. */
    float[][] alike(int index) {
        return amongThemselves[index];
    }

    /** In all respects together. */
    static double[] together(float[][] alike, int[] toWhich) {
        double[] together = new double[toWhich.length];
        for (int i = 0; i < toWhich.length; i++) {
            for (int r = 0; r < RESPECTS; r++) {
                together[i] += WEIGHTS[r] * alike[r][toWhich[i]];
            }
        }
        return together;
    }

    /** Of some of these to each other, in all respects together, themselves included with 1. */
    double[][] together(int[] which) {
        double[][] together = new double[which.length][];
        for (int i = 0; i < which.length; i++) {
            together[i] = together(amongThemselves[which[i]], which);
            together[i][i] = 1;
        }
        return together;
    }
}
