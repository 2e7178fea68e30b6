package org.rostrum.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    /** Quotes and dashes of word processors, no-break spaces, soft hyphens, tabs, NFD, directional marks, emoji, other planes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "“smart” ‘quotes’ – and — dashes…",
                "no\u00A0break, thin\u202Fspace",
                "soft\u00ADhyphen",
                "a\ttable\trow",
                "cafe\u0301 in NFD",
                "\u200Fعربي\u200E and \u2066isolated\u2069",
                "👩‍👩‍👧 family, 𝒜 mathematics, 𠀀 ideograph",
                "zero\u200Bwidth"
            })
    void leaves_alone_what_it_need_not_touch(String pasted) {
        assertThat(PlainText.of(pasted)).isEqualTo(pasted);
    }

    @Test
    void makes_every_line_end_a_line_feed() {
        assertThat(PlainText.of("a\r\nb\rc\u000Bd\u000Ce\u0085f\u2028g\u2029h\ni"))
                .isEqualTo("a\nb\nc\nd\ne\nf\ng\nh\ni");
    }

    @ParameterizedTest
    @CsvSource({"F0B7, •", "F0A7, ▪", "F0D8, ➢", "F0FC, ✓", "F0E0, →"})
    void gives_bullets_of_symbol_fonts_a_shape_that_others_see(String code, String shape) {
        var bullet = Character.toString(Integer.parseInt(code, 16));

        assertThat(PlainText.of(bullet + "\tFirst")).isEqualTo(shape + "\tFirst");
    }

    @Test
    void leaves_out_what_nobody_saw_and_shows_half_characters_as_they_were_shown() {
        assertThat(PlainText.of("a\u0000b\u0007c\u001Bd\uFFFEe\u007Ff\u0090g")).isEqualTo("abcdefg");
        assertThat(PlainText.of("half \uD83D of one")).isEqualTo("half \uFFFD of one");
    }

    @Test
    void keeps_private_characters_that_it_does_not_know() {
        assertThat(PlainText.of("\uE000 \uF0F1")).isEqualTo("\uE000 \uF0F1");
    }

    @Test
    void makes_one_line_of_a_pasted_name() {
        assertThat(PlainText.line("Ada\u000BLovelace\t\r\n")).isEqualTo("Ada Lovelace");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:ada@example.org",
                "\u200Bada@example.org",
                " ada@example.org\u00A0",
                "ada@\u00ADexample.org",
                "ada@example.org\u202C"
            })
    void takes_an_address_as_it_is_copied(String pasted) {
        assertThat(PlainText.address(pasted)).isEqualTo("ada@example.org");
    }
}
