package org.rostrum.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdempotencyKeyTest {
    @Test
    void bare_and_quoted_are_the_same_key() {
        assertThat(IdempotencyKey.parse("\"abcdefgh\"")).isEqualTo(IdempotencyKey.parse(" abcdefgh "));
        assertThat(IdempotencyKey.parse("\"abcd\\\"efgh\"")).contains(new IdempotencyKey("abcd\"efgh"));
    }

    @Test
    void refuses_what_is_too_short_too_long_or_not_visible_ascii() {
        assertThat(IdempotencyKey.parse("1234567")).isEmpty();
        assertThat(IdempotencyKey.parse("x".repeat(201))).isEmpty();
        assertThat(IdempotencyKey.parse("abcd efgh")).isEmpty();
        assertThat(IdempotencyKey.parse("schlüssel")).isEmpty();
    }

    @Test
    void is_not_shown_in_logs() {
        assertThat(new IdempotencyKey("abcdefgh").toString()).doesNotContain("abcdefgh");
    }
}
