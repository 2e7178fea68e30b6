package org.rostrum.processing.domain.keypassages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rostrum.processing.domain.keypassages.KeyPassages.Chosen;
import org.rostrum.processing.domain.keypassages.KeyPassages.Wishes;

class KeyPassagesTest {
    private static final Profile CIVIL = new Profile("Civil society", "CH", "en");
    private static final Profile GOVERNMENT = new Profile("Governments", "FR", "en");

    private static KeyPassages choose(List<Said> said) {
        return choose(said, Wishes.NONE, KeyPassages.USUAL);
    }

    private static KeyPassages choose(List<Said> said, Wishes wishes, int most) {
        return KeyPassages.choose(Heard.of(said, wishes.pinned()), Sayings.census(said), wishes, most);
    }

    private static String enough(String text) {
        return text.repeat(1 + KeyPassages.SHORTEST / text.length());
    }

    @Test
    void chooses_one_of_each_topic_before_a_second_of_any() {
        var chance = new Random(1);
        var said = IntStream.range(0, 40)
                .mapToObj(i -> Sayings.said(i, Sayings.about(i % 4, chance, 40), CIVIL))
                .toList();

        var chosen = choose(said, Wishes.NONE, 4).chosen();

        assertThat(chosen.stream().map(one -> said.indexOf(one.said()) % 4)).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(chosen).allSatisfy(one -> assertThat(one.respondents()).isBetween(8, 10));
    }

    @Test
    void chooses_the_same_in_whatever_order_passages_come() {
        for (int seed = 0; seed < 30; seed++) {
            var said = new ArrayList<>(Sayings.mixed(seed, 60));
            var first = choose(said).chosen();
            Collections.shuffle(said, new Random(seed));

            assertThat(choose(said).chosen()).isEqualTo(first);
        }
    }

    @Test
    void chooses_one_of_a_family_and_one_of_a_respondent_and_nothing_that_may_not_be_quoted() {
        for (int seed = 0; seed < 30; seed++) {
            var chosen = choose(Sayings.mixed(seed, 60)).chosen().stream()
                    .map(Chosen::said)
                    .toList();

            assertThat(chosen).hasSizeLessThanOrEqualTo(KeyPassages.USUAL).allMatch(Said::quotable);
            assertThat(chosen.stream().map(Said::family)).doesNotHaveDuplicates();
            assertThat(chosen.stream().map(Said::respondent)).doesNotHaveDuplicates();
        }
    }

    @Test
    void quotes_exact_words_and_counts_every_passage_once() {
        for (int seed = 0; seed < 30; seed++) {
            var said = Sayings.mixed(seed, 60);
            var key = choose(said);

            assertThat(key.chosen()).allSatisfy(one -> {
                assertThat(one.said().text()).contains(one.words());
                assertThat(one.words()).isNotBlank();
                assertThat(one.respondents()).isBetween(1, one.passages());
            });
            int near = key.chosen().stream().mapToInt(Chosen::passages).sum();
            assertThat(near + key.nearNone()).isEqualTo(said.size());
        }
    }

    @Test
    void is_nearer_to_everybody_than_a_choice_by_lot() {
        for (int seed = 0; seed < 20; seed++) {
            var heard = Heard.of(Sayings.mixed(seed, 80), Set.of());
            var chance = new Random(seed);
            double byLot = IntStream.range(0, 20)
                    .mapToDouble(_ -> {
                        var all = new ArrayList<>(
                                IntStream.range(0, heard.size()).boxed().toList());
                        Collections.shuffle(all, chance);
                        return KeyPassages.nearness(heard, all.subList(0, KeyPassages.USUAL));
                    })
                    .average()
                    .orElseThrow();

            var key = KeyPassages.choose(heard, Sayings.census(heard.all()), Wishes.NONE, KeyPassages.USUAL);

            assertThat(key.nearness()).isGreaterThan(byLot).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void prefers_the_group_that_lacks_its_share_where_both_say_much_the_same() {
        var chance = new Random(3);
        var said = IntStream.range(0, 30)
                .mapToObj(i -> Sayings.said(i, Sayings.about(0, chance, 60), i % 3 == 0 ? GOVERNMENT : CIVIL))
                .toList();

        var chosen = choose(said, Wishes.NONE, 6).chosen();

        assertThat(chosen.stream().filter(one -> one.said().profile().equals(GOVERNMENT)))
                .hasSize(2);
    }

    @Test
    void stands_for_its_copies_and_lets_others_be_heard_beside_a_campaign() {
        var chance = new Random(4);
        var letter = Sayings.about(0, chance, 60);
        var sayings = new Sayings();
        for (int i = 0; i < 50; i++) {
            sayings.add(Sayings.said(i, letter, "respondent " + i, "campaign", CIVIL, true));
        }
        for (int i = 50; i < 56; i++) {
            sayings.add(Sayings.said(i, Sayings.about(1 + i % 3, chance, 60), GOVERNMENT));
        }

        var chosen = choose(sayings.all(), Wishes.NONE, 4).chosen();

        assertThat(chosen.getFirst().words()).isEqualTo(letter);
        assertThat(chosen.getFirst().respondents()).isEqualTo(50);
        assertThat(chosen.subList(1, 4)).noneMatch(one -> one.said().family().equals("campaign"));
    }

    @Test
    void follows_what_people_pin_and_drop() {
        var said = Sayings.mixed(5, 60);
        var usual = choose(said).chosen();
        var dropped = usual.getFirst().said().at();
        var chosen = usual.stream().map(one -> one.said().at()).collect(Collectors.toSet());
        var pinned = said.stream()
                .filter(one -> one.quotable() && !chosen.contains(one.at()))
                .findFirst()
                .orElseThrow();

        var next = choose(said, new Wishes(Set.of(pinned.at()), Set.of(dropped)), KeyPassages.USUAL)
                .chosen();

        assertThat(next).hasSize(KeyPassages.USUAL);
        assertThat(next.stream().filter(Chosen::pinned).map(one -> one.said().at()))
                .containsExactly(pinned.at());
        assertThat(next.stream().map(one -> one.said().at())).doesNotContain(dropped);
    }

    @Test
    void does_not_quote_what_is_pinned_and_withheld_since() {
        var withheld = Sayings.said(1, enough("Cables break. "), "r", "f", CIVIL, false);

        var wishes = new Wishes(Set.of(withheld.at()), Set.of());

        assertThat(choose(List.of(withheld), wishes, 3).chosen()).isEmpty();
    }

    @Test
    void makes_do_with_nothing_one_and_two() {
        assertThat(choose(List.of()).chosen()).isEmpty();
        assertThat(choose(List.of()).nearness()).isZero();
        var one = Sayings.said(1, "Yes.", CIVIL);
        assertThat(choose(List.of(one)).chosen())
                .singleElement()
                .satisfies(only -> assertThat(only.passages()).isEqualTo(1));
        var two = List.of(one, Sayings.said(2, "No, never.", GOVERNMENT));
        assertThat(choose(two).chosen()).hasSize(2);
    }

    @Test
    void takes_short_ones_only_where_longer_ones_do_not_suffice() {
        var chance = new Random(6);
        var sayings = new Sayings();
        for (int i = 0; i < 12; i++) {
            sayings.add(Sayings.said(i, i < 10 ? "Word" + "s".repeat(i) + "." : Sayings.about(i, chance, 40), CIVIL));
        }

        var chosen = choose(sayings.all(), Wishes.NONE, 4).chosen();

        assertThat(chosen.stream().filter(one -> one.words().length() >= KeyPassages.SHORTEST))
                .hasSize(2);
        assertThat(chosen).hasSize(4);
    }

    @Test
    void quotes_whole_sentences_of_a_long_passage() {
        var chance = new Random(7);
        var central = IntStream.range(0, 4)
                .mapToObj(i -> "Central " + Sayings.about(0, chance, 12))
                .collect(Collectors.joining(" "));
        var aside = IntStream.range(0, 20)
                .mapToObj(i -> "Aside " + Sayings.about(3, chance, 12))
                .collect(Collectors.joining(" "));
        var sayings = new Sayings().add(Sayings.said(0, aside + "\n\n" + central + "\n\n" + aside, CIVIL));
        for (int i = 1; i < 10; i++) {
            sayings.add(Sayings.said(i, Sayings.about(0, chance, 30), "short", "short", CIVIL, false));
        }

        var quote = choose(sayings.all(), Wishes.NONE, 1).chosen().getFirst();

        assertThat(quote.isWhole()).isFalse();
        assertThat(quote.words()).startsWith("Central").endsWith(".").hasSizeLessThanOrEqualTo(600);
        assertThat(quote.said()
                        .text()
                        .substring(quote.quote().start(), quote.quote().end()))
                .isEqualTo(quote.words());
    }

    @Test
    void quotes_a_long_passage_without_sentences_whole() {
        var endless = "word".repeat(500);

        var quote = choose(List.of(Sayings.said(1, endless, CIVIL))).chosen().getFirst();

        assertThat(quote.isWhole()).isTrue();
    }

    @Test
    void tells_positions_apart_the_same_in_whatever_order_they_come() {
        var chance = new Random(8);
        var said = new ArrayList<>(IntStream.range(0, 48)
                .mapToObj(i -> Sayings.said(i, Sayings.about(i % 3, chance, 40), CIVIL))
                .toList());
        var topic = said.stream().collect(Collectors.toMap(Said::at, one -> said.indexOf(one) % 3));
        var heard = Heard.of(said, Set.of());
        var positions = Positions.of(heard).members();
        Collections.shuffle(said, chance);

        assertThat(Positions.of(Heard.of(said, Set.of())).members()).isEqualTo(positions);
        assertThat(positions).hasSize(3);
        assertThat(positions.stream()
                        .map(members -> members.stream()
                                .map(i -> topic.get(heard.get(i).at()))
                                .distinct()
                                .count()))
                .containsOnly(1L);
    }
}
