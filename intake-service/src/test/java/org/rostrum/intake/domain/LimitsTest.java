package org.rostrum.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LimitsTest {
    @Test
    void all_texts_together_follow_from_the_limit_of_one() {
        assertThat(Limits.textsOf(200_000)).isEqualTo(4L * 1024 * 1024);
        assertThat(Limits.textsOf(1_000)).isEqualTo(1024 * 1024);
        assertThat(Limits.textsOf(2_000_000)).isEqualTo(16L * 1024 * 1024);
        assertThat(new Limits(200_000, 300, 20, 100, 250).textsBytes()).isEqualTo(Limits.textsOf(200_000));
    }

    @Test
    void one_full_field_fits_into_all_texts() {
        assertThatThrownBy(() -> new Limits(200_000, 300, 20, 100, 250, 700_000))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
