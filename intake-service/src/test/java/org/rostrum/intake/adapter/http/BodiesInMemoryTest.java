package org.rostrum.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Semaphore;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.rostrum.intake.adapter.http.BodiesInMemory.Room;
import org.rostrum.platform.problem.ProblemException;

class BodiesInMemoryTest {
    private final Semaphore places = new Semaphore(1);

    private Room room() {
        return new Room(places, 4_000_000);
    }

    @Test
    void a_small_body_needs_no_place() {
        places.drainPermits();

        room().take(200_000);
    }

    @Test
    void a_large_body_without_a_place_is_told_to_come_back() {
        var first = room();
        first.take(1_000_000);
        first.take(1_000_000);

        assertThatThrownBy(() -> room().take(1_000_000))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(refused -> {
                    assertThat(refused.problem().status()).isEqualTo(503);
                    assertThat(refused.retryAfter()).isPresent();
                });

        first.leave();
        first.leave();
        room().take(1_000_000);
        assertThat(places.availablePermits()).isZero();
    }

    @Test
    void refuses_what_is_larger_than_all_texts_may_be() {
        assertThatThrownBy(() -> room().take(4_000_001))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(refused -> refused.problem().status())
                .isEqualTo(413);
        assertThat(places.availablePermits()).isOne();
    }
}
