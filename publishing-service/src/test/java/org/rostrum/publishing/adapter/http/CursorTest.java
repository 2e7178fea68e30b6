package org.rostrum.publishing.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.publishing.Chronicle;
import org.rostrum.publishing.domain.Position;

class CursorTest {
    @Test
    void leads_back_to_its_place() {
        var position = new Position(
                Instant.parse("2026-03-01T09:13:00.123456Z"),
                Chronicle.ofPublic(1).reference());

        assertThat(Cursor.parse(Cursor.of(position))).contains(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "AAAA", "MjAyNi0wMy0wMVQwOToxMzowMFo", "MjAyNi0wMy0wMVQwOToxMzowMFogQUFB"})
    void is_refused_when_we_cannot_have_given_it(String cursor) {
        assertThat(Cursor.parse(cursor)).isEmpty();
    }
}
