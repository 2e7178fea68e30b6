package org.rostrum.intake.adapter.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AtEndTest {
    private final AtEnd end = new AtEnd();
    private final AtomicInteger runs = new AtomicInteger();

    AtEndTest() {
        end.run(runs::incrementAndGet);
    }

    @Test
    void what_nobody_works_on_is_over_with_its_answer() {
        end.answered();
        end.answered();

        assertThat(runs).hasValue(1);
    }

    @Test
    void work_keeps_its_place_after_its_client_has_left() {
        end.workBegins();
        end.answered();
        assertThat(runs).hasValue(0);

        end.workEnds();

        assertThat(runs).hasValue(1);
    }

    @Test
    void work_whose_answer_nobody_heard_of_is_over_nevertheless() {
        end.workBegins();

        end.workEnds();
        end.answered();

        assertThat(runs).hasValue(1);
    }

    @Test
    void what_comes_after_the_end_is_done_at_once() {
        end.answered();

        end.run(runs::incrementAndGet);

        assertThat(runs).hasValue(2);
    }
}
