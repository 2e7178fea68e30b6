package org.rostrum.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OverprintsTest {
    private final Overprints overprints = new Overprints();

    @Test
    void a_letter_printed_again_a_hair_apart_is_one_letter() {
        assertThat(overprints.isAgain("a", 100, 200, 6)).isFalse();

        assertThat(overprints.isAgain("a", 101.5f, 199, 6)).isTrue();
        assertThat(overprints.isAgain("a", 98.5f, 201.5f, 6)).isTrue();
    }

    @Test
    void another_letter_and_the_same_one_beside_or_below_it_are_letters_of_their_own() {
        overprints.isAgain("a", 100, 200, 6);

        assertThat(overprints.isAgain("b", 100, 200, 6)).isFalse();
        assertThat(overprints.isAgain("a", 102.5f, 200, 6)).isFalse();
        assertThat(overprints.isAgain("a", 100, 212, 6)).isFalse();
        assertThat(overprints.isAgain("a", 300, 200, 6)).isFalse();
    }

    @Test
    void finds_it_across_the_borders_of_its_cells() {
        for (float at = 0; at < 600; at += 7.9f) {
            assertThat(overprints.isAgain("e", at, 800 - at, 6)).isFalse();
            assertThat(overprints.isAgain("e", at + 1.9f, 800 - at - 1.9f, 6)).isTrue();
        }
    }

    @Test
    void a_new_page_knows_nothing_of_the_last_one() {
        overprints.isAgain("a", 100, 200, 6);
        overprints.clear();

        assertThat(overprints.isAgain("a", 100, 200, 6)).isFalse();
    }

    @Test
    void coordinates_and_widths_of_any_size_and_none_end() {
        float[] odd = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, -1e30f, 0};
        for (float x : odd) {
            for (float width : odd) {
                overprints.isAgain("a", x, x, width);
                overprints.isAgain("", x, 1, width);
            }
        }

        for (int i = 0; i < 20_000; i++) {
            assertThat(overprints.isAgain("x", 50, 50, 0)).isFalse();
        }
    }
}
