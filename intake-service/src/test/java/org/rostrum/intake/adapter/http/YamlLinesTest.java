package org.rostrum.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YamlLinesTest {
    private final YamlLines lines = new YamlLines("""
            id: broadband-2026
            # a remark
            rounds:
              - id: first
                opens: soon
              - id: second
                instrument:
                  - { number: "1", text: "Why?" }
            """);

    @Test
    void finds_the_line_of_a_place() {
        assertThat(lines.line("/id")).isEqualTo(1);
        assertThat(lines.line("/rounds/0/opens")).isEqualTo(5);
        assertThat(lines.line("/rounds/1")).isEqualTo(6);
        assertThat(lines.line("/rounds/1/instrument/0/text")).isEqualTo(8);
    }

    @Test
    void a_missing_place_has_the_line_of_the_nearest_one_above() {
        assertThat(lines.line("/rounds/1/opens")).isEqualTo(6);
        assertThat(lines.line("/title")).isEqualTo(1);
        assertThat(lines.line("")).isEqualTo(1);
    }

    @Test
    void a_text_that_is_no_yaml_has_one_line_only() {
        assertThat(new YamlLines("a: [").line("/a")).isEqualTo(1);
    }
}
