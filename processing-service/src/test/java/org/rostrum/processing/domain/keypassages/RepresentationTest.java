package org.rostrum.processing.domain.keypassages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rostrum.processing.domain.keypassages.Representation.Kind;

class RepresentationTest {
    private static Representation of(Map<String, Integer> all, String... chosen) {
        return Representation.of(Trait.GROUP, all, List.of(chosen));
    }

    @Test
    void is_at_distance_nought_where_shares_are_those_of_all() {
        var check = of(
                Map.of("Administrations", 20, "Industry", 60), "Industry", "Administrations", "Industry", "Industry");

        assertThat(check.distance()).isZero();
        assertThat(check.missing()).isEmpty();
        assertThat(check.kinds().getFirst()).isEqualTo(new Kind("Industry", 60, 0.75, 3, 0.75, false));
    }

    @Test
    void names_who_is_missing() {
        var check =
                of(Map.of("Administrations", 31, "Industry", 65, "Academia", 4), "Industry", "Industry", "Industry");

        assertThat(check.missing()).singleElement().satisfies(kind -> {
            assertThat(kind.value()).isEqualTo("Administrations");
            assertThat(kind.share()).isEqualTo(0.31);
        });
        assertThat(check.distance()).isEqualTo(0.35, within(1e-9));
    }

    @Test
    void does_not_call_missing_whom_a_lot_would_rather_not_have_drawn() {
        assertThat(of(Map.of("A", 95, "B", 5), "A", "A", "A").missing()).isEmpty();
        assertThat(of(Map.of("A", 1, "B", 1), "A", "B").missing()).isEmpty();
    }

    @Test
    void has_bounds_and_an_expectation_that_drawing_confirms() {
        var chance = new Random(1);
        for (int round = 0; round < 30; round++) {
            var all = new TreeMap<String, Integer>();
            IntStream.range(0, 1 + chance.nextInt(6)).forEach(i -> all.put("kind " + i, 1 + chance.nextInt(30)));
            var people = new ArrayList<String>();
            all.forEach((kind, count) -> people.addAll(Collections.nCopies(count, kind)));
            int places = 1 + chance.nextInt(Math.min(8, people.size()));
            double drawn = 0;
            double byChance = 0;
            for (int draw = 0; draw < 2_000; draw++) {
                Collections.shuffle(people, chance);
                var check = Representation.of(Trait.COUNTRY, all, people.subList(0, places));
                assertThat(check.distance()).isBetween(0.0, 1.0);
                drawn += check.distance() / 2_000;
                byChance = check.byChance();
            }
            assertThat(byChance).isEqualTo(drawn, within(0.02));
        }
    }

    @Test
    void makes_do_with_nobody() {
        assertThat(of(Map.of()).distance()).isZero();
        assertThat(of(Map.of("A", 3)).distance()).isZero();
        assertThat(of(Map.of("A", 3)).missing()).isEmpty();
        assertThat(of(Map.of(), "A").kinds())
                .singleElement()
                .satisfies(kind -> assertThat(kind.chosen()).isEqualTo(1));
    }

    @Test
    void counts_shares_that_add_up() {
        var check = of(Map.of("A", 3, "B", 7, "", 10), "A", "B", "C");

        assertThat(check.kinds().stream().mapToDouble(Kind::share).sum()).isEqualTo(1, within(1e-9));
        assertThat(check.kinds().stream().mapToDouble(Kind::shareChosen).sum()).isEqualTo(1, within(1e-9));
        assertThat(check.kinds().stream().map(Kind::value).collect(Collectors.toList()))
                .containsExactly("", "B", "A", "C");
    }
}
