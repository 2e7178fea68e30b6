package org.rostrum.processing.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTest {

    @Test
    void lists_hold_nothing_that_postgresql_cannot_keep() {
        assertThat(new Sql.TextArray(List.of("plain", "with\0nothing")).storable())
                .containsExactly("plain", "with\uFFFDnothing");
    }
}
