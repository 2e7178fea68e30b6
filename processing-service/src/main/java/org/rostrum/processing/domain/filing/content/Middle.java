package org.rostrum.processing.domain.filing.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the meanings of many texts have in common; as the texts are few, it leans on what is known of others. */
final class Middle {
    /** Texts after which their own middle counts as much as the one that they lean on. House choice. */
    private static final double HALF_KNOWN = 5;

    private final float[] place;

    private Middle(float[] place) {
        this.place = place;
    }

    /** The middle of the texts that an encoder could read; what they lean on if there is none. */
    static @Nullable Middle of(List<Features> texts, @Nullable Middle leaning) {
        double[] sum = leaning == null ? null : leaning.times(HALF_KNOWN);
        double weight = leaning == null ? 0 : HALF_KNOWN;
        for (Features text : texts) {
            float[] meaning = text.meaning();
            if (meaning != null) {
                sum = sum == null ? new double[meaning.length] : sum;
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += meaning[i];
                }
                weight++;
            }
        }
        return sum == null ? null : new Middle(divided(sum, weight));
    }

    private double[] times(double factor) {
        double[] product = new double[place.length];
        for (int i = 0; i < place.length; i++) {
            product[i] = factor * place[i];
        }
        return product;
    }

    private static float[] divided(double[] sum, double weight) {
        float[] place = new float[sum.length];
        for (int i = 0; i < place.length; i++) {
            place[i] = (float) (sum[i] / weight);
        }
        return place;
    }

    /** The way from here to there. */
    float[] to(float[] there) {
        return Numbers.minus(there, place);
    }
}
