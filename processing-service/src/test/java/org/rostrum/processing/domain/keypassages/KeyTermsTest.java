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
import org.rostrum.processing.domain.keypassages.KeyTerms.Term;

class KeyTermsTest {
    private static final Profile ANY = new Profile("", "", "en");

    private static List<Worded> worded(int from, String... texts) {
        return IntStream.range(0, texts.length)
                .mapToObj(i -> Sayings.worded(Sayings.said(from + i, texts[i], ANY)))
                .toList();
    }

    private static List<Worded> elsewhere() {
        return worded(
                100,
                "The harbour needs a crane.",
                "A crane for the harbour, please.",
                "Ships need light.",
                "Light for ships in the harbour.",
                "Harbour fees are high.",
                "High fees for ships.");
    }

    private static List<String> words(List<Term> terms) {
        return terms.stream().map(Term::words).toList();
    }

    @Test
    void finds_what_is_said_here_and_not_elsewhere_as_it_is_written_most_often() {
        var here = worded(
                1,
                "Submarine cables break.",
                "Repair Submarine cables faster.",
                "Submarine cables need permits.",
                "submarine cables in the harbour");

        var terms = KeyTerms.of(here, elsewhere(), Set.of(), 20);

        assertThat(words(terms)).containsExactly("Submarine cables");
        var term = terms.getFirst();
        assertThat(term.passages()).isEqualTo(4);
        assertThat(term.respondents()).isEqualTo(4);
        assertThat(term.share()).isEqualTo(1);
        assertThat(term.elsewhere()).isZero();
        assertThat(term.uses())
                .hasSize(4)
                .allSatisfy(use -> assertThat(use.said()
                                .text()
                                .substring(use.span().start(), use.span().end()))
                        .isEqualToIgnoringCase("submarine cables"));
    }

    @Test
    void leaves_out_what_was_asked_but_keeps_what_stands_beside_it() {
        var here = worded(
                1,
                "Submarine cables break.",
                "Repair submarine cables faster.",
                "Submarine cables need permits.",
                "A submarine lies there.");

        assertThat(words(KeyTerms.of(here, elsewhere(), Set.of("submarine", "cables"), 20)))
                .isEmpty();
        assertThat(words(KeyTerms.of(here, elsewhere(), Set.of("submarine"), 20)))
                .containsExactly("Submarine cables");
    }

    @Test
    void counts_whoever_repeats_a_word_once() {
        var loud = Sayings.said(1, "Permits permits permits.", "loud", "loud", ANY, true);
        var louder = Sayings.said(2, "Permits, and permits again.", "loud", "loud", ANY, true);
        var here = List.of(Sayings.worded(loud), Sayings.worded(louder));

        assertThat(KeyTerms.of(here, elsewhere(), Set.of(), 20)).isEmpty();
    }

    @Test
    void counts_copies_without_giving_them_more_weight() {
        var here = new ArrayList<>(worded(1, "Cables break often.", "Cables break here."));
        var strength = KeyTerms.of(here, elsewhere(), Set.of(), 20).getFirst().strength();
        here.set(
                0,
                new Worded(here.getFirst().said().with(40, 40), here.getFirst().tokens()));

        var term = KeyTerms.of(here, elsewhere(), Set.of(), 20).getFirst();

        assertThat(term.strength()).isEqualTo(strength);
        assertThat(term.passages()).isEqualTo(42);
        assertThat(term.respondents()).isEqualTo(42);
    }

    @Test
    void shows_the_most_frequent_where_there_is_nothing_to_compare_with() {
        var here = worded(1, "Cables break.", "Cables sink.", "Fees fall. Cables sink.", "Fees rise. Cables", "Cables");

        assertThat(words(KeyTerms.of(here, List.of(), Set.of(), 20))).containsExactly("Cables", "Cables sink", "Fees");
    }

    @Test
    void shows_no_place_in_what_may_not_be_quoted() {
        var secret = Sayings.said(1, "Cables break often.", "a", "a", ANY, false);
        var open = Sayings.said(2, "Cables break here.", "b", "b", ANY, true);

        var term = KeyTerms.of(List.of(Sayings.worded(secret), Sayings.worded(open)), elsewhere(), Set.of(), 20)
                .getFirst();

        assertThat(term.respondents()).isEqualTo(2);
        assertThat(term.uses())
                .singleElement()
                .satisfies(use -> assertThat(use.said()).isEqualTo(open));
    }

    @Test
    void says_nothing_that_stands_only_in_what_may_not_be_quoted() {
        var here = List.of(
                Sayings.worded(Sayings.said(1, "CABLES under Whistleblower Street break.", "a", "a", ANY, false)),
                Sayings.worded(Sayings.said(2, "CABLES under Whistleblower Street sink.", "b", "b", ANY, false)),
                Sayings.worded(Sayings.said(3, "CABLES break.", "c", "c", ANY, false)),
                Sayings.worded(Sayings.said(4, "Cables break here.", "d", "d", ANY, true)));

        var terms = KeyTerms.of(here, elsewhere(), Set.of(), 20);

        assertThat(words(terms)).containsExactly("Cables break");
        assertThat(terms.getFirst().respondents()).isEqualTo(2);
    }

    /** Each respondent has words of their own, and some thousand that another has too: as many as fit into what is read. */
    @Test
    void hostile_54_finds_what_most_say_among_half_a_million_words_that_few_say() {
        var here = IntStream.range(0, 500)
                .mapToObj(i -> Sayings.worded(Sayings.said(
                        i,
                        IntStream.range(0, 1_000)
                                .mapToObj(n -> word(n % 2 == 0 ? i * 1_000 + n : i / 2 * 1_000 + n))
                                .collect(Collectors.joining(" ", "Everybody wants cables ", ".")),
                        ANY)))
                .toList();

        var terms = KeyTerms.of(here, elsewhere(), Set.of(), 3);

        assertThat(words(terms)).contains("Everybody wants");
        assertThat(terms.getFirst().respondents()).isEqualTo(500);
    }

    private static String word(int number) {
        return Integer.toString(number, 26)
                .chars()
                .map(c -> Character.isDigit(c) ? 'a' + c - '0' : c + 10)
                .collect(() -> new StringBuilder("zq"), StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void finds_the_same_in_whatever_order_passages_come() {
        var chance = new Random(1);
        var here = new ArrayList<>(IntStream.range(0, 30)
                .mapToObj(i -> Sayings.worded(Sayings.said(i, Sayings.about(1, chance, 20), ANY)))
                .toList());
        var others = IntStream.range(30, 60)
                .mapToObj(i -> Sayings.worded(Sayings.said(i, Sayings.about(2, chance, 20), ANY)))
                .toList();
        var first = KeyTerms.of(here, others, Set.of(), 20);
        Collections.shuffle(here, chance);

        assertThat(first).isNotEmpty();
        assertThat(KeyTerms.of(here, others, Set.of(), 20)).isEqualTo(first);
    }

    @Test
    void makes_do_with_nothing() {
        assertThat(KeyTerms.of(List.of(), elsewhere(), Set.of(), 20)).isEmpty();
        assertThat(KeyTerms.of(worded(1, "Alone."), List.of(), Set.of(), 20)).isEmpty();
    }
}
