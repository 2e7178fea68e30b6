package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.rostrum.processing.domain.filing.content.Views.View;

/**
 * What a round's passages are about, as far as their words tell: the directions in which stems and 4-grams go together most, so
 * that passages are alike which share no word, but words that stand beside the same others. That is latent semantic analysis
 * (Deerwester et al. 1990) as a kernel (Cristianini, Shawe-Taylor, Lodhi 2002): a truncated singular value decomposition, of
 * which the directions together are enough, found from a random beginning by orthogonal iteration (Halko, Martinsson, Tropp
 * 2011). The same sample gives the same numbers.
 */
final class Themes {
    /** The number that is customary for texts; fewer if there are fewer passages. House choice. */
    static final int DIMENSIONS = 100;

    private static final int ROUNDS = 3;
    private static final long BEGINNING = 1990;
    /** Of a square of length: what is left of it that is so little is rounding. */
    private static final double NOTHING = 1e-8;

    private final CommonTerms terms;
    private final int dimensions;
    private final float[][] directions;
    private final float[] middle;

    /** Learns at once. */
    Themes(List<View> sample) {
        terms = new CommonTerms(sample);
        dimensions = Math.min(DIMENSIONS, Math.min(sample.size(), terms.count()));
        List<SparseVector> texts = sample.stream().map(terms::of).toList();
        directions = directions(texts);
        middle = middle(texts);
    }

    /** Where the passage stands among the themes, from the sample's middle and of length 1; zeros if nothing tells. */
    float[] of(View passage) {
        float[] place = placed(terms.of(passage), directions);
        float[] way = Numbers.minus(place, middle);
        return Numbers.dot(way, way) > NOTHING && Numbers.dot(place, place) > 0
                ? Numbers.unit(way)
                : new float[dimensions];
    }

    /** A row for each term. */
    private float[][] directions(List<SparseVector> texts) {
        float[][] across = beginning(texts.size());
        for (int round = 0; round < ROUNDS; round++) {
            float[][] byTerm = byTerm(texts, orthonormal(across));
            across = Numbers.turned(
                    texts.stream().map(text -> placed(text, byTerm)).toArray(float[][]::new), dimensions);
        }
        return Numbers.turned(
                orthonormal(Numbers.turned(byTerm(texts, orthonormal(across)), dimensions)), terms.count());
    }

    private float[][] beginning(int passages) {
        var chance = new Random(BEGINNING);
        float[][] rows = new float[dimensions][passages];
        for (float[] row : rows) {
            for (int i = 0; i < passages; i++) {
                row[i] = (float) chance.nextGaussian();
            }
        }
        return rows;
    }

    /** What each term has of each direction, if passages have so much of them. */
    private float[][] byTerm(List<SparseVector> texts, float[][] across) {
        float[][] byPassage = Numbers.turned(across, texts.size());
        float[][] byTerm = new float[terms.count()][dimensions];
        for (int i = 0; i < byPassage.length; i++) {
            SparseVector text = texts.get(i);
            for (int p = 0; p < text.places().length; p++) {
                Numbers.add(byPassage[i], text.weights()[p], byTerm[text.places()[p]]);
            }
        }
        return byTerm;
    }

    private float[] placed(SparseVector text, float[][] byTerm) {
        float[] place = new float[dimensions];
        for (int p = 0; p < text.places().length; p++) {
            Numbers.add(byTerm[text.places()[p]], text.weights()[p], place);
        }
        return place;
    }

    private float[] middle(List<SparseVector> texts) {
        float[] middle = new float[dimensions];
        texts.forEach(text -> Numbers.add(placed(text, directions), 1f / texts.size(), middle));
        return middle;
    }

    /** Gram and Schmidt's way, in place and twice, for rounding; rows that say nothing new become zeros. */
    private static float[][] orthonormal(float[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            double before = Numbers.dot(rows[i], rows[i]);
            for (int time = 0; time < 2; time++) {
                for (int j = 0; j < i; j++) {
                    Numbers.add(rows[j], (float) -Numbers.dot(rows[i], rows[j]), rows[i]);
                }
            }
            if (Numbers.dot(rows[i], rows[i]) > NOTHING * before) {
                Numbers.unit(rows[i]);
            } else {
                Arrays.fill(rows[i], 0);
            }
        }
        return rows;
    }
}
