package org.rostrum.processing.domain.filing.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private final Random chance = new Random(5);

    @Test
    void trusts_scores_less_that_promise_too_much() {
        List<double[]> scores = new ArrayList<>();
        int[] truth = new int[200];
        for (int i = 0; i < truth.length; i++) {
            scores.add(new double[] {4, 0, 0});
            truth[i] = i % 2 == 0 ? 0 : 1 + i % 4 / 2;
        }

        double[] shares = Calibration.of(scores, truth, 3, 0).shares(scores.getFirst());

        assertThat(shares[0]).isBetween(0.45, 0.6);
    }

    @Test
    void leans_to_what_people_choose_more_often_than_words_let_expect() {
        List<double[]> scores = new ArrayList<>();
        int[] truth = new int[100];
        for (int i = 0; i < truth.length; i++) {
            scores.add(new double[] {chance.nextGaussian(), chance.nextGaussian(), chance.nextGaussian()});
            truth[i] = 2;
        }

        Calibration calibration = Calibration.of(scores, truth, 3, 1);

        assertThat(calibration.shares(new double[] {0, 0, 0})[2]).isGreaterThan(0.8);
    }

    @Test
    void one_choice_changes_little_and_never_loses_its_footing() {
        List<double[]> scores = List.of(new double[] {1, 0.5, -1});

        for (double freedom : new double[] {0.01, 0.1, 0.3, 1}) {
            double[] shares = Calibration.of(scores, new int[] {1}, 3, freedom).shares(new double[] {0, 0, 0});

            assertThat(shares[1]).isBetween(1.0 / 3, 0.7);
        }
    }
}
