package org.rostrum.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.rostrum.intake.adapter.http.SubmissionJson.NotJson;
import org.rostrum.intake.domain.WrongField;

class SubmissionJsonTest {
    @Test
    void names_every_unknown_field_and_every_wrong_type() throws Exception {
        var reading = read("""
                {"status":"cleared","respondent":{"nick":"a","email":1},"answers":[{"item":"2","words":"x"},"y"],
                 "declaration":"true","a/b~c":1}""");

        assertThat(reading.wrong())
                .extracting(WrongField::pointer)
                .containsExactlyInAnyOrder(
                        "/status",
                        "/respondent/nick",
                        "/respondent/email",
                        "/answers/0/words",
                        "/answers/1",
                        "/declaration",
                        "/a~1b~0c");
    }

    @Test
    void refuses_a_name_that_occurs_twice() {
        assertThatThrownBy(() -> read("{\"publication\":\"public\",\"publication\":\"confidential\"}"))
                .isInstanceOf(NotJson.class)
                .hasMessageContaining("twice");
    }

    @Test
    void refuses_invalid_utf_8() {
        assertThatThrownBy(() -> SubmissionJson.read(new byte[] {'{', '"', (byte) 0xC3, '"', '}'}))
                .isInstanceOf(NotJson.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void refuses_nesting_beyond_reason() {
        assertThatThrownBy(() -> read("[".repeat(100_000)))
                .isInstanceOf(NotJson.class)
                .hasMessageContaining("nested too deeply");
    }

    @Test
    void refuses_more_parts_than_the_heap_has_room_for() {
        assertThatThrownBy(() -> read("{\"answers\":[" + "[],".repeat(60_000) + "[]]}"))
                .isInstanceOf(NotJson.class)
                .hasMessageContaining("too many parts");
    }

    @Test
    void refuses_more_answers_than_any_round_has_items() throws Exception {
        var reading = read("{\"answers\":[" + "{},".repeat(1_000) + "{}]}");

        assertThat(reading.wrong()).extracting(WrongField::pointer).containsExactly("/answers");
        assertThat(reading.draft().answers()).isEmpty();
    }

    @Test
    void refuses_what_follows_the_object() {
        assertThatThrownBy(() -> read("{} {}")).isInstanceOf(NotJson.class);
    }

    @Test
    void never_quotes_what_was_sent() {
        assertThatThrownBy(() -> read("{\"respondent\": ada@example.org}"))
                .isInstanceOf(NotJson.class)
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("ada");
    }

    @Test
    void nothing_but_a_list_is_wrong_as_a_whole() throws Exception {
        assertThat(read("[]").wrong()).containsExactly(new WrongField("", new WrongField.WrongType("an object")));
        assertThat(read("").wrong()).isNotEmpty();
    }

    private static SubmissionJson.Reading read(String json) throws NotJson {
        return SubmissionJson.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
