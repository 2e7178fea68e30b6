package org.rostrum.publishing.domain.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTextTest {
    @Test
    void leaves_ordinary_words_of_any_script_as_they_are() {
        for (var text :
                new String[] {"L’œuvre & <b>", SampleRound.ARABIC, SampleRound.CHINESE, "e\u0301 \uD83D\uDE00"}) {
            assertThat(PrintableText.of(text)).isEqualTo(text);
        }
    }

    @Test
    void leaves_out_control_characters_but_keeps_lines_and_tabs() {
        assertThat(PrintableText.of("a\u0000b\u0007c\td\r\ne\u2028f\u001B[31m")).isEqualTo("abc\td\ne\nf[31m");
    }

    @Test
    void replaces_half_characters_and_noncharacters() {
        assertThat(PrintableText.of("a\uD83Db\uDC00c\uFFFEd\uFFFFe\uFDD0"))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFD");
    }

    @Test
    void shows_direction_overrides_and_tag_characters_as_their_code() {
        assertThat(PrintableText.of("\u202Egnp.exe")).isEqualTo("[U+202E]gnp.exe");
        assertThat(PrintableText.of("ok" + Character.toString(0xE0041))).isEqualTo("ok[U+E0041]");
    }

    @Test
    void takes_everything_out_of_a_line_that_would_turn_what_stands_beside_it() {
        assertThat(PrintableText.line(" Acme\u2067\n\tLtd.\u202B ")).isEqualTo("Acme Ltd.");
    }

    @Test
    void reads_direction_from_the_first_strong_character() {
        assertThat(Direction.of("(2030) نقترح IPv6")).isEqualTo(Direction.RIGHT_TO_LEFT);
        assertThat(Direction.of("IPv6 نقترح")).isEqualTo(Direction.LEFT_TO_RIGHT);
        assertThat(Direction.of("2030!")).isEqualTo(Direction.LEFT_TO_RIGHT);
    }

    @Test
    void names_countries_as_the_united_nations_do() {
        assertThat(CountryNames.of("ch")).isEqualTo("Switzerland");
        assertThat(CountryNames.of("KR")).isEqualTo("Republic of Korea");
        assertThat(CountryNames.of("Atlantis\u202E")).isEqualTo("Atlantis[U+202E]");
    }

    @Test
    void says_when_an_accounting_does_not_balance() {
        assertThat(SampleRound.accounting().line()).startsWith("14 received = 9 published + 1 withheld");
        assertThat(new Accounting(3, 1, 0, 0, 0, 0, 0, 0, 0, 1).line())
                .startsWith("3 received ≠ 1 published")
                .contains("do not agree");
    }
}
