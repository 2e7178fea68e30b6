package org.rostrum.processing.domain.filing.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WeighingTest {
    private static final double[] EXPECTED = {1, 1};
    private static final double[] FREE = {100, 100};
    private final Random chance = new Random(11);

    /** Two kinds of evidence for three alternatives; people follow them with these weights. */
    private double[] learned(int cases, double first, double second, double[] freedom) {
        double[][][] evidence = new double[cases][3][2];
        int[] choices = new int[cases];
        for (int i = 0; i < cases; i++) {
            for (double[] each : evidence[i]) {
                each[0] = chance.nextGaussian();
                each[1] = chance.nextGaussian();
            }
            double[] shares = Numbers.softmax(Weighing.weighed(evidence[i], new double[] {first, second}), 1);
            double drawn = chance.nextDouble();
            while (drawn > shares[choices[i]] && choices[i] < 2) {
                drawn -= shares[choices[i]++];
            }
        }
        return Weighing.weights(evidence, choices, EXPECTED, freedom);
    }

    @Test
    void finds_how_much_people_go_by_each_kind_of_evidence() {
        double[] weights = learned(5_000, 2, -0.5, FREE);

        assertThat(weights[0]).isCloseTo(2, within(0.15));
        assertThat(weights[1]).isCloseTo(-0.5, within(0.1));
    }

    @Test
    void stays_with_what_is_expected_while_little_is_known() {
        double[] weights = learned(3, -2, -2, new double[] {0.1, 0.1});

        assertThat(weights[0]).isCloseTo(1, within(0.1));
        assertThat(weights[1]).isCloseTo(1, within(0.1));
    }

    @Test
    void expects_what_it_is_told_where_nothing_is_known() {
        assertThat(Weighing.weights(new double[0][][], new int[0], EXPECTED, FREE))
                .containsExactly(EXPECTED);
    }
}
