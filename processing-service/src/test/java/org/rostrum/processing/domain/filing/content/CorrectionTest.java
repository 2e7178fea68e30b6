package org.rostrum.processing.domain.filing.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CorrectionTest {
    private static final double[][] ALIKE = {{1, 0.8, 0}, {0.8, 1, 0}, {0, 0, 1}};
    private static final double[][] BELIEVED = {{2, 0}, {2, 0}, {2, 0}};
    private static final int[] CHOICES = {1, 1, 0};

    private static double second(double boldness, double... likeness) {
        var correction = new Correction(ALIKE, BELIEVED, CHOICES, boldness);
        return Numbers.softmax(correction.corrected(new double[] {2, 0}, likeness), 1)[1];
    }

    @Test
    void corrects_belief_near_choices_that_spoke_against_it() {
        assertThat(second(5, 0.9, 0.9, 0)).isGreaterThan(0.5);
    }

    @Test
    void leaves_belief_as_it_is_far_from_all_choices_and_where_they_confirmed_it() {
        double believed = Numbers.softmax(new double[] {2, 0}, 1)[1];

        assertThat(second(5, 0, 0, 0)).isEqualTo(believed);
        assertThat(second(5, 0, 0, 1)).isLessThanOrEqualTo(believed);
    }

    @Test
    void follows_choices_the_further_the_bolder_it_is() {
        assertThat(second(0.1, 1, 0.8, 0)).isLessThan(second(1, 1, 0.8, 0)).isLessThan(second(10, 1, 0.8, 0));
    }

    @Test
    void reaches_the_likeliest_correction() {
        var correction = new Correction(new double[][] {{1}}, new double[][] {{0, 0}}, new int[] {1}, 2);
        double[] logits = correction.corrected(new double[] {0, 0}, new double[] {1});
        double lacking = 1 - Numbers.softmax(logits, 1)[1];

        // where the slope of the likelihood is nothing: what is lacking equals what the prior takes back
        assertThat(lacking).isCloseTo(logits[1] / 2, org.assertj.core.api.Assertions.within(1e-6));
    }
}
