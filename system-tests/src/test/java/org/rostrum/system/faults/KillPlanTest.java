package org.rostrum.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KillPlanTest {
    @Test
    void kills_as_often_as_it_was_told_whatever_the_seed() {
        var counts = LongStream.range(0, 200)
                .mapToInt(seed -> KillPlan.of(seed, 30).stream()
                        .mapToInt(strike -> strike.parts().size())
                        .sum());

        assertThat(counts).containsOnly(30);
    }

    @Test
    void is_the_same_for_the_same_seed() {
        assertThat(KillPlan.of(7, 30)).isEqualTo(KillPlan.of(7, 30)).isNotEqualTo(KillPlan.of(8, 30));
    }
}
