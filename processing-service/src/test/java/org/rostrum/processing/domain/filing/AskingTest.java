package org.rostrum.processing.domain.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.domain.filing.Asking.Open;
import org.rostrum.processing.domain.filing.content.Features;
import org.rostrum.processing.usecase.DescribeTexts;
import org.rostrum.processing.usecase.TestFeatures;

class AskingTest {
    private static final ItemNumber ONE = new ItemNumber("1");
    private static final ItemNumber TWO = new ItemNumber("2");

    private static Filing filed(double first, double second) {
        return new Filing(List.of(ONE), first, FilingBasis.CONTENT, List.of(new Candidate(TWO, second)));
    }

    private static Filing answersNothing(double confidence, double second) {
        return new Filing(List.of(), confidence, FilingBasis.CONTENT, List.of(new Candidate(TWO, second)));
    }

    private static Open open(String id, String family, double margin) {
        return new Open(id, family, filed(0.5 + margin / 2, 0.5 - margin / 2), 1);
    }

    private static Features says(String words) {
        return TestFeatures.DESCRIBE
                .passages(List.of(new DescribeTexts.Text(words, null)))
                .getFirst();
    }

    /** Passages by what they say; chosen as the service does. */
    private static List<String> next(Map<Open, String> texts, List<Open> order, int many) {
        var doubtful = Asking.doubtful(order);
        return Asking.next(
                        doubtful,
                        doubtful.stream()
                                .map(each -> says(texts.getOrDefault(each, "")))
                                .toList(),
                        many)
                .stream()
                .map(Open::id)
                .toList();
    }

    @Test
    void doubts_what_could_as_well_stand_elsewhere_or_nowhere() {
        assertThat(open("a", "a", 0).doubt()).isEqualTo(1);
        assertThat(new Open("a", "a", filed(0.9, 0.05), 1).doubt()).isEqualTo(0.15, within(1e-9));
        assertThat(new Open("a", "a", answersNothing(0.95, 1), 1).doubt()).isEqualTo(0.55, within(1e-9));
        assertThat(new Open("a", "a", answersNothing(0.5, 1), 1).doubt()).isEqualTo(1, within(1e-9));
        assertThat(new Open("a", "a", new Filing(List.of(ONE), 1, FilingBasis.CONTENT, List.of()), 1).doubt())
                .isZero();
    }

    @Test
    void asks_first_what_stands_for_many_that_are_in_doubt() {
        Map<Open, String> texts = new HashMap<>();
        for (int i = 0; i < 5; i++) {
            texts.put(
                    open("crowd" + i, "f" + i, 0.3), "cables under the northern sea link islands " + "abcde".charAt(i));
        }
        texts.put(open("loner", "loner", 0.1), "nobody else mentions gardening on balconies");

        assertThat(next(texts, List.copyOf(texts.keySet()), 1).getFirst()).startsWith("crowd");
    }

    @Test
    void asks_for_something_else_once_a_crowd_is_spoken_for() {
        Map<Open, String> texts = new HashMap<>();
        for (int i = 0; i < 5; i++) {
            texts.put(open("crowd" + i, "f" + i, 0.3), "cables under the northern sea link islands");
        }
        texts.put(open("loner", "loner", 0.6), "nobody else mentions gardening on balconies");

        assertThat(next(texts, List.copyOf(texts.keySet()), 2)).element(1).isEqualTo("loner");
    }

    @Test
    void asks_first_what_many_copied() {
        var one = new Open("one", "one", filed(0.5, 0.4), 1);
        var many = new Open("many", "many", filed(0.5, 0.4), 500);
        var texts = Map.of(one, "ferries to islands", many, "lighthouses at night");

        assertThat(next(texts, List.of(one, many), 1)).containsExactly("many");
    }

    @Test
    void a_long_document_leaves_room_for_others() {
        var open = new ArrayList<Open>();
        for (int i = 0; i < 1_000; i++) {
            open.add(open("long" + i, "long", 0));
        }
        open.add(open("short", "short", 0.5));

        assertThat(Asking.doubtful(open)).extracting(Open::id).contains("short").hasSizeLessThan(20);
    }

    @Test
    void compares_a_bounded_number_however_many_there_are() {
        var open = IntStream.range(0, 5_000)
                .mapToObj(i -> open("p" + i, "f" + i, (i % 100) / 100.0))
                .toList();

        assertThat(Asking.doubtful(open)).hasSize(Asking.COMPARED).allMatch(each -> each.doubt() > 0.9);
    }

    @Test
    void nothing_is_asked_where_nothing_is_in_doubt() {
        var sure = new Open("a", "a", new Filing(List.of(ONE), 1, FilingBasis.CONTENT, List.of()), 1);

        assertThat(Asking.doubtful(List.of(sure))).isEmpty();
        assertThat(Asking.next(List.of(), List.of(), 10)).isEmpty();
    }

    @Test
    void takes_one_description_for_each() {
        assertThatThrownBy(() -> Asking.next(List.of(open("a", "a", 0)), List.of(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Open("a", "a", filed(0.5, 0.4), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Whatever there is, and in whatever order it comes. */
    @Test
    void always_chooses_the_same_no_two_of_one_family_no_more_than_asked_and_only_what_is_open() {
        for (int seed = 0; seed < 200; seed++) {
            var chance = new Random(seed);
            Map<Open, String> texts = new HashMap<>();
            int count = chance.nextInt(60);
            for (int i = 0; i < count; i++) {
                double first = chance.nextDouble();
                var filing = chance.nextInt(4) == 0
                        ? answersNothing(first, chance.nextDouble())
                        : filed(first, (1 - first) * chance.nextDouble());
                var open = new Open("p" + i, "f" + chance.nextInt(12), filing, 1 + chance.nextInt(30));
                texts.put(
                        open,
                        chance.ints(chance.nextInt(12), 0, 25)
                                .mapToObj(n -> "word" + n)
                                .collect(Collectors.joining(" ")));
            }
            int many = 1 + chance.nextInt(15);
            var order = new ArrayList<>(texts.keySet());

            var chosen = next(texts, order, many);
            Collections.shuffle(order, chance);

            assertThat(next(texts, order, many)).as("seed " + seed).isEqualTo(chosen);
            assertThat(chosen).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(many);
            var byId = texts.keySet().stream().collect(Collectors.toMap(Open::id, open -> open));
            assertThat(chosen).allMatch(byId::containsKey);
            assertThat(chosen)
                    .extracting(id -> Objects.requireNonNull(byId.get(id)).family())
                    .doesNotHaveDuplicates();
        }
    }
}
