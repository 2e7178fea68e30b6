package org.rostrum.processing;

import org.junit.jupiter.api.Test;
import org.rostrum.architecture.PatternRules;

class PatternsTest {
    @Test
    void hostile_54_no_pattern_takes_more_than_a_fixed_number_of_steps_a_character() {
        PatternRules.of("org.rostrum.processing").check();
    }
}
