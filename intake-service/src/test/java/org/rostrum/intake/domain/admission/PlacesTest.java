package org.rostrum.intake.domain.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final long SOON = 1_000;
    private final Places places = new Places(new Capacity(4, 1, 2, 3, 5));

    private static final class Guest implements Waiter {
        private final List<String> told = new ArrayList<>();
        private Stay stay = () -> {};

        @Override
        public void enter(Stay given) {
            stay = given;
            told.add("in");
        }

        @Override
        public void turnAway(Reason reason) {
            told.add(reason.name());
        }
    }

    private Guest ask(String lane, boolean urgent) {
        var guest = new Guest();
        places.ask(lane, urgent, SOON, guest);
        return guest;
    }

    private List<Guest> rush(String lane, int count) {
        return IntStream.range(0, count).mapToObj(i -> ask(lane, false)).toList();
    }

    @Test
    void a_rush_on_one_consultation_leaves_a_place_for_another() {
        var rush = rush("a", 5);
        var other = ask("b", false);

        assertThat(rush).extracting(guest -> guest.told.size()).containsExactly(1, 1, 0, 0, 0);
        assertThat(other.told).containsExactly("in");
    }

    @Test
    void a_place_that_comes_free_goes_to_whoever_has_fewest() {
        var rush = rush("a", 4);
        var b = ask("b", false);
        var c = ask("c", false);
        assertThat(c.told).isEmpty();

        rush.getFirst().stay.leave();

        assertThat(b.told).containsExactly("in");
        assertThat(c.told).containsExactly("in");
        assertThat(rush.get(2).told).isEmpty();
    }

    @Test
    void the_urgent_have_a_place_of_their_own_and_go_first() {
        var rush = rush("a", 2);
        ask("b", false);
        var waiting = ask("a", false);

        var replay = ask("a", true);
        var second = ask("a", true);
        rush.getFirst().stay.leave();

        assertThat(replay.told).containsExactly("in");
        assertThat(second.told).containsExactly("in");
        assertThat(waiting.told).isEmpty();
    }

    @Test
    void a_rush_of_the_urgent_on_one_consultation_leaves_a_place_for_the_ordinary_of_another() {
        var forms = IntStream.range(0, 5).mapToObj(i -> ask("a", true)).toList();
        var other = ask("b", false);

        assertThat(forms).extracting(guest -> guest.told.size()).containsExactly(1, 1, 1, 0, 0);
        assertThat(other.told).containsExactly("in");
    }

    @Test
    void the_urgent_do_not_keep_out_the_ordinary_of_their_lane_for_ever() {
        var inside = new ArrayList<>(
                IntStream.range(0, 3).mapToObj(i -> ask("a", true)).toList());
        var ordinary = ask("a", false);

        for (int i = 0; i < 4; i++) {
            inside.add(ask("a", true));
            inside.removeFirst().stay.leave();
        }

        assertThat(ordinary.told).containsExactly("in");
    }

    @Test
    void whoever_finds_the_queue_full_is_turned_away_at_once() {
        var rush = rush("a", 6);

        assertThat(rush.getLast().told).containsExactly("CONSULTATION_BUSY");
        rush("b", 2);
        assertThat(rush("b", 2).getLast().told).containsExactly("ALL_BUSY");
    }

    @Test
    void waiting_ends() {
        var rush = rush("a", 3);

        places.expire(SOON - 1);
        assertThat(rush.getLast().told).isEmpty();
        places.expire(SOON);
        assertThat(rush.getLast().told).containsExactly("WAITED_IN_VAIN");
        assertThat(places.waiting()).isZero();
    }

    @Test
    void leaving_twice_gives_back_one_place_and_leaving_the_queue_none() {
        var rush = rush("a", 2);
        var gone = new Guest();
        var stay = places.ask("a", false, SOON, gone);

        stay.leave();
        rush.getFirst().stay.leave();
        rush.getFirst().stay.leave();

        assertThat(gone.told).isEmpty();
        assertThat(places.taken()).isEqualTo(1);
        rush.getLast().stay.leave();
        assertThat(places.lanes()).isZero();
    }

    @Test
    void never_more_than_the_places_are_taken_and_everybody_is_told_once() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var told = new AtomicInteger();
        var wide = new Places(new Capacity(4, 1, 3, 10_000, 20_000));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 5_000; i++) {
                var lane = "lane" + i % 7;
                boolean urgent = i % 5 == 0;
                threads.execute(() -> wide.ask(lane, urgent, Long.MAX_VALUE, new Waiter() {
                    @Override
                    public void enter(Stay stay) {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        threads.execute(() -> {
                            inside.decrementAndGet();
                            told.incrementAndGet();
                            stay.leave();
                        });
                    }

                    @Override
                    public void turnAway(Reason reason) {
                        throw new AssertionError(reason);
                    }
                }));
            }
            Awaitility.await().until(() -> told.get() == 5_000);
        }

        assertThat(most.get()).isBetween(1, 4);
        assertThat(wide.taken()).isZero();
        assertThat(wide.lanes()).isZero();
    }
}
