package org.rostrum.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PatternRulesTest {
    @Test
    void hostile_54_no_pattern_of_the_contracts_takes_more_than_a_fixed_number_of_steps_a_character() {
        PatternRules.of("org.rostrum.contracts").check();
    }

    @Test
    void finds_what_takes_exponential_and_what_takes_quadratic_time() {
        assertThat(PatternRules.breach(Pattern.compile("(a+)+b"), 3_000)).isNotEmpty();
        assertThat(PatternRules.breach(Pattern.compile("\\s+$"), 3_000)).isNotEmpty();
        assertThat(PatternRules.breach(Pattern.compile("[a-z.]+@x"), 3_000)).isNotEmpty();
    }

    @Test
    void lets_pass_what_is_linear() {
        assertThat(PatternRules.breach(Pattern.compile("[a-z0-9-]{1,64}@[a-z]{1,8}"), 3_000))
                .isEmpty();
    }

    @Test
    void does_not_guard_what_is_not_there() {
        assertThatThrownBy(() -> PatternRules.of("org.rostrum.nowhere").check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("guard nothing");
    }
}
