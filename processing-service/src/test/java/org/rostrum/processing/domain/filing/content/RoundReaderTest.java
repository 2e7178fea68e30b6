package org.rostrum.processing.domain.filing.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rostrum.processing.domain.filing.content.SyntheticRound.Answer;

class RoundReaderTest {
    private final SyntheticRound round = new SyntheticRound(0.5);

    @Test
    void learns_from_the_round_itself_what_answers_say_that_questions_do_not() {
        List<Answer> known = round.answers(200);
        List<Answer> silent = new SyntheticRound(0).answers(100);

        RoundReader untrained = SyntheticRound.reader(round.questions(), List.of(), List.of());
        RoundReader trained = SyntheticRound.reader(round.questions(), SyntheticRound.texts(known), List.of());

        assertThat(SyntheticRound.accuracy(untrained, silent)).isLessThan(0.4);
        assertThat(SyntheticRound.accuracy(trained, silent)).isGreaterThan(0.9);
    }

    @Test
    void gives_the_same_beliefs_for_the_same_round() {
        List<Features> texts = SyntheticRound.texts(round.answers(60));
        List<Confirmed> confirmed = SyntheticRound.confirmed(round.answers(12));

        List<Belief> once =
                SyntheticRound.reader(round.questions(), texts, confirmed).readSample(texts);
        List<Belief> again =
                SyntheticRound.reader(round.questions(), texts, confirmed).readSample(texts);

        assertThat(again).isEqualTo(once);
    }

    @Test
    void believes_as_much_as_there_is_to_believe() {
        List<Features> texts = SyntheticRound.texts(round.answers(60));
        RoundReader reader =
                SyntheticRound.reader(round.questions(), texts, SyntheticRound.confirmed(round.answers(20)));

        for (Belief belief : reader.readSample(texts)) {
            assertThat(Arrays.stream(belief.shares()).sum()).isCloseTo(1, within(1e-9));
            assertThat(Arrays.stream(belief.shares()).min().orElse(-1)).isNotNegative();
        }
    }

    @Test
    void follows_people_where_they_see_what_words_do_not_say() {
        List<Answer> open = round.crossedAnswers(150);
        List<Answer> later = round.crossedAnswers(100);

        RoundReader before = SyntheticRound.reader(round.questions(), SyntheticRound.texts(open), List.of());
        RoundReader after = SyntheticRound.reader(
                round.questions(), SyntheticRound.texts(open), SyntheticRound.confirmed(round.crossedAnswers(60)));

        assertThat(SyntheticRound.accuracy(before, later)).isLessThan(0.2);
        assertThat(SyntheticRound.accuracy(after, later)).isGreaterThan(0.7);
        assertThat(later.stream().map(answer -> after.read(answer.features())))
                .filteredOn(Belief::learned)
                .isNotEmpty();
    }

    @Test
    void is_not_led_astray_by_choices_that_follow_no_rule() {
        List<Answer> open = round.answers(150);
        List<Answer> later = round.answers(100);
        double before = SyntheticRound.accuracy(
                SyntheticRound.reader(round.questions(), SyntheticRound.texts(open), List.of()), later);

        // 10; a check that forgives a standard error lets one in six pass. 22 when nobody asks what choices foresee of
        // others.
        // of others.
        assertThat(IntStream.range(0, 40).filter(seed -> {
                    var reader = SyntheticRound.reader(round.questions(), SyntheticRound.texts(open), anyhow(seed));
                    return SyntheticRound.accuracy(reader, later) < before - 0.02;
                }))
                .hasSizeLessThan(14);
    }

    private List<Confirmed> anyhow(int seed) {
        var chance = new Random(seed);
        return new SyntheticRound(0.5)
                .answers(40).stream()
                        .map(answer -> new Confirmed(answer.features(), chance.nextInt(5)))
                        .toList();
    }

    @Test
    void few_choices_never_make_it_worse() {
        List<Answer> open = round.answers(150);
        List<Answer> later = round.answers(100);
        double before = SyntheticRound.accuracy(
                SyntheticRound.reader(round.questions(), SyntheticRound.texts(open), List.of()), later);

        for (int choices : new int[] {1, 5, 10, 20}) {
            RoundReader reader = SyntheticRound.reader(
                    round.questions(), SyntheticRound.texts(open), SyntheticRound.confirmed(round.answers(choices)));

            assertThat(SyntheticRound.accuracy(reader, later))
                    .as("%d choices", choices)
                    .isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void learns_what_answers_no_question() {
        List<Answer> open = round.answers(100);
        List<Confirmed> settled = new ArrayList<>(SyntheticRound.confirmed(round.answers(25)));
        round.strangers(10).forEach(text -> settled.add(new Confirmed(text, Confirmed.NOWHERE)));

        RoundReader reader = SyntheticRound.reader(round.questions(), SyntheticRound.texts(open), settled);

        assertThat(round.strangers(20)).allMatch(text -> reader.read(text).nowhere() > 0.5);
        assertThat(round.answers(20))
                .allMatch(answer -> reader.read(answer.features()).nowhere() < 0.5);
    }

    @Test
    void reads_the_very_first_passage_of_a_round() {
        List<Answer> first = new SyntheticRound(1).answers(3);
        RoundReader reader =
                SyntheticRound.reader(round.questions(), SyntheticRound.texts(first.subList(0, 1)), List.of());

        assertThat(SyntheticRound.accuracy(reader, first)).isEqualTo(1);
    }

    @Test
    void takes_meaning_into_account_where_an_encoder_has_read_the_text_and_words_alone_elsewhere() {
        Question moon = question("alpha", 1, 0);
        Question sea = question("beta", 0, 1);
        Features meant = text("gamma", new float[] {0.1f, 1});
        Features said = SyntheticRound.features("alpha");
        Features other = text("delta", new float[] {1, 0.2f});
        RoundReader reader = SyntheticRound.reader(List.of(moon, sea), List.of(meant, said, other), List.of());

        assertThat(Numbers.highest(reader.read(meant).shares())).isEqualTo(1);
        assertThat(Numbers.highest(reader.read(said).shares())).isEqualTo(0);
    }

    private static Question question(String words, float... meaning) {
        return new Question(List.of(new Question.Wording("xx", text(words, meaning), null)));
    }

    private static Features text(String words, float... meaning) {
        return new Features("xx", SyntheticRound.features(words).stems(), Grams.of(words), meaning);
    }
}
