package org.rostrum.processing.domain.filing.content;

import java.util.List;
import org.rostrum.processing.domain.filing.content.Views.View;

/**
 * How alike passages are to each other, 0 to 1: by meaning where an encoder has read both, and by stems and character 4-grams.
 * The same passages in the same order give the same numbers.
 */
public final class Alikeness {
    /** As much as in filing's examples: meaning .6, words .4 (docs/quality.md). */
    private static final float MEANING = 0.6f;

    private final Views vectors;
    private final List<View> views;
    private final Likenesses meanings;
    private final Likenesses stems;
    private final Likenesses grams;
    private final float[][] rows;

    private Alikeness(List<Features> passages) {
        vectors = new Views(passages, List.of());
        views = passages.stream().map(vectors::passage).toList();
        meanings = Likenesses.byMeaning(views);
        stems = Likenesses.byStems(views);
        grams = Likenesses.byGrams(views);
        rows = views.stream().map(this::row).toArray(float[][]::new);
        for (int i = 0; i < rows.length; i++) {
            rows[i][i] = 1;
        }
    }

    public static Alikeness of(List<Features> passages) {
        return new Alikeness(List.copyOf(passages));
    }

    private float[] row(View passage) {
        float[] meaning = meanings.of(passage);
        float[] byStem = stems.of(passage);
        float[] byGram = grams.of(passage);
        float[] row = new float[views.size()];
        for (int j = 0; j < row.length; j++) {
            float words = (byStem[j] + byGram[j]) / 2;
            boolean understood = passage.meaning() != null && views.get(j).meaning() != null;
            row[j] = Math.clamp(understood ? MEANING * meaning[j] + (1 - MEANING) * words : words, 0f, 1f);
        }
        return row;
    }

    public int size() {
        return rows.length;
    }

    public double between(int one, int other) {
        return rows[one][other];
    }

    /** The likeness of another text to each passage. */
    public float[] toAll(Features text) {
        return row(vectors.passage(text));
    }

    /** From here on, two of these passages are more alike than they usually are: their mean and one standard deviation. */
    public double unusual() {
        int pairs = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = i + 1; j < rows.length; j++) {
                sum += rows[i][j];
                squares += (double) rows[i][j] * rows[i][j];
                pairs++;
            }
        }
        if (pairs == 0) {
            return 1;
        }
        double mean = sum / pairs;
        return mean + Math.sqrt(Math.max(0, squares / pairs - mean * mean));
    }

    /** Whether an encoder has read any of them. */
    public boolean isByMeaning() {
        return views.stream().anyMatch(view -> view.meaning() != null);
    }
}
