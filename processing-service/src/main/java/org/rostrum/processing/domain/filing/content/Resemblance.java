package org.rostrum.processing.domain.filing.content;

import java.util.List;
import org.rostrum.processing.domain.filing.content.Views.View;

/** How alike a handful of passages are to each other, by meaning and by words. */
public final class Resemblance {
    /** What meaning counts where an encoder has read both; stems are the rest (docs/quality.md). */
    private static final float MEANING = 0.6f;

    private final float[][] rows;

    private Resemblance(float[][] rows) {
        this.rows = rows;
    }

    /** Of each passage to each, in their order. */
    public static Resemblance among(List<Features> passages) {
        var views = new Views(passages, List.of());
        List<View> seen = passages.stream().map(views::passage).toList();
        var byMeaning = Likenesses.byMeaning(seen);
        var byStems = Likenesses.byStems(seen);
        return new Resemblance(seen.stream()
                .map(each -> together(seen, each, byMeaning.of(each), byStems.of(each)))
                .toArray(float[][]::new));
    }

    private static float[] together(List<View> seen, View one, float[] byMeaning, float[] byStems) {
        float[] row = new float[byStems.length];
        for (int i = 0; i < row.length; i++) {
            boolean understood = one.meaning() != null && seen.get(i).meaning() != null;
            row[i] = Math.clamp(understood ? MEANING * byMeaning[i] + (1 - MEANING) * byStems[i] : byStems[i], 0f, 1f);
        }
        return row;
    }

    /** From 0, nothing in common, to 1, the same. */
    public double of(int one, int other) {
        return one == other ? 1 : rows[one][other];
    }
}
