package org.rostrum.processing.adapter.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.contracts.Json;
import org.rostrum.processing.adapter.pages.KeyPassageSamples;

class KeyPassageCopiesTest {

    @Test
    void says_at_its_head_for_whom_it_is_and_of_each_quote_whether_it_is_cleared() {
        var csv = KeyPassagesCsv.of(KeyPassageSamples.view(""));

        assertThat(csv.lines().findFirst().orElseThrow()).contains("For staff only");
        assertThat(csv).contains("\"from its public page\"", "\"no\"", "\"attachment 1, page 2\"", "\"email\"");
    }

    @Test
    void is_no_formula_for_any_spreadsheet() {
        var csv = KeyPassagesCsv.of(KeyPassageSamples.view("=HYPERLINK(\"http://evil.example\")"));

        assertThat(csv).contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"").doesNotContain(",\"=", ",=");
    }

    /** In half of Europe a semicolon parts cells, and a text with one in it is more than one cell. */
    @ParameterizedTest
    @ValueSource(strings = {";=", "; =", ";\"=", "\n+", "\t-", ";\uFF1D", " =", "\r\n @"})
    void is_no_formula_behind_any_separator_either(String begin) {
        var csv = KeyPassagesCsv.of(KeyPassageSamples.view("Agreed" + begin + "cmd|' /C calc'!A0"));

        assertThat(csv).doesNotContainPattern("[;\t\r\n][\\s\"]*[=+\\-@\uFF1D]");
    }

    @Test
    void names_nobody_who_is_anonymous_and_gives_exact_places() {
        var json = new String(Json.write(KeyPassagesJson.of(KeyPassageSamples.view(""))), StandardCharsets.UTF_8);

        assertThat(json).startsWith("{\"notice\":\"For staff only");
        assertThat(json)
                .contains("Private sector of the Upper Rhine")
                .doesNotContain("Administrations of the Upper Rhine");
        assertThat(json).contains("\"attachment\":1,\"page\":2,\"start\":16", "\"missing\":true");
    }
}
