package org.rostrum.intake.domain.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClientsTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void a_client_has_its_burst_and_then_its_rate() {
        var rates = new ClientRates(new Rate(2, 3), 10);

        assertThat(IntStream.range(0, 3)
                        .filter(i -> rates.take("a", 0).isEmpty())
                        .count())
                .isEqualTo(3);
        assertThat(rates.take("a", 0)).contains(Duration.ofMillis(500));
        assertThat(rates.take("b", 0)).isEmpty();
        assertThat(rates.take("a", SECOND / 2)).isEmpty();
        assertThat(rates.take("a", SECOND / 2)).isNotEmpty();
        assertThat(IntStream.range(0, 9)
                        .filter(i -> rates.take("a", 3_600 * SECOND).isEmpty())
                        .count())
                .isEqualTo(3);
    }

    @Test
    void a_million_clients_cost_no_more_memory_than_those_remembered() {
        var rates = new ClientRates(new Rate(1, 1), 2);
        rates.take("a", 0);
        rates.take("b", 0);

        rates.take("c", 0);

        assertThat(rates.take("b", 0)).isNotEmpty();
        assertThat(rates.take("a", 0)).as("forgotten, so it starts afresh").isEmpty();
    }

    @Test
    void a_client_has_only_so_many_under_way_at_once() {
        var together = new Together(2);

        assertThat(together.begin("a")).isTrue();
        assertThat(together.begin("a")).isTrue();
        assertThat(together.begin("a")).isFalse();
        assertThat(together.begin("b")).isTrue();
        together.end("a");
        assertThat(together.begin("a")).isTrue();
    }

    @Test
    void a_key_is_known_again_and_another_displaces_at_most_one() {
        var keys = new RecentKeys(1 << 16, 42);

        assertThat(keys.seenBefore("c", "key-1")).isFalse();
        assertThat(keys.seenBefore("c", "key-1")).isTrue();
        assertThat(keys.seenBefore("d", "key-1")).isFalse();
        IntStream.range(0, 10_000).forEach(i -> keys.seenBefore("c", "other-" + i));
        assertThat(IntStream.range(0, 10_000)
                        .filter(i -> keys.seenBefore("c", "other-" + i))
                        .count())
                .isGreaterThan(8_500);
    }

    @Test
    void guessing_costs_more_with_every_failure_and_a_few_mistakes_nothing() {
        var penalties = new Penalties(10);
        IntStream.range(0, 4).forEach(i -> penalties.failed("a", 0));
        assertThat(penalties.of("a", 0)).isZero();

        penalties.failed("a", 0);
        assertThat(penalties.of("a", 0)).isEqualTo(Duration.ofMillis(250));
        penalties.failed("a", 0);
        assertThat(penalties.of("a", 0)).isEqualTo(Duration.ofMillis(500));
        IntStream.range(0, 100).forEach(i -> penalties.failed("a", 0));
        assertThat(penalties.of("a", 0)).isEqualTo(Duration.ofSeconds(8));
        assertThat(penalties.of("b", 0)).isZero();
        assertThat(penalties.of("a", 3_600 * SECOND)).isZero();
    }
}
