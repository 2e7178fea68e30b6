package org.rostrum.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralsTest {
    /** Examples of Unicode CLDR's table of plural rules. */
    @ParameterizedTest
    @CsvSource({
        "en, 1, one",
        "en, 0, other",
        "en, 2, other",
        "fr, 0, one",
        "fr, 1, one",
        "fr, 2, other",
        "zh, 1, other",
        "ru, 1, one",
        "ru, 21, one",
        "ru, 11, many",
        "ru, 2, few",
        "ru, 24, few",
        "ru, 12, many",
        "ru, 5, many",
        "ru, 0, many",
        "ar, 0, zero",
        "ar, 1, one",
        "ar, 2, two",
        "ar, 3, few",
        "ar, 110, few",
        "ar, 11, many",
        "ar, 99, many",
        "ar, 100, other"
    })
    void knows_the_form_of_each_number(String language, long number, String category) {
        assertThat(Plurals.category(language, number)).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource({"ru, 2, 2 дня", "ru, 5, 5 дней", "ru, 7, 7 дней"})
    void picks_the_form_out_of_a_message(String language, long number, String words) {
        var forms = "one:N день|few:N дня|many:N дней|other:N дня".replace("N", String.valueOf(number));

        assertThat(Plurals.pick(language, number, forms)).isEqualTo(words);
    }
}
