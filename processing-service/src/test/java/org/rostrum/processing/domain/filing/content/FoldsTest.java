package org.rostrum.processing.domain.filing.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {
    @Test
    void each_choice_is_left_out_once() {
        int[] left = IntStream.range(0, Folds.COUNT)
                .flatMap(fold -> Arrays.stream(Folds.only(fold, 23)))
                .sorted()
                .toArray();

        assertThat(left).isEqualTo(Folds.all(23));
        assertThat(Folds.without(2, 23)).hasSize(23 - Folds.only(2, 23).length).doesNotContain(Folds.only(2, 23));
    }

    @Test
    void believes_no_gain_that_may_be_chance() {
        double[] before = {1, 1, 1, 1, 1, 1};

        assertThat(Folds.clearlyLess(new double[] {0.5, 0.6, 0.5, 0.6, 0.5, 0.6}, before))
                .isTrue();
        assertThat(Folds.clearlyLess(new double[] {0.1, 1.7, 0.2, 1.6, 0.3, 1.9}, before))
                .isFalse();
        assertThat(Folds.clearlyLess(before, before)).isFalse();
    }
}
