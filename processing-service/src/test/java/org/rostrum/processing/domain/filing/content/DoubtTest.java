package org.rostrum.processing.domain.filing.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rostrum.processing.domain.filing.content.SyntheticRound.Answer;

class DoubtTest {
    private final SyntheticRound round = new SyntheticRound(0.5);

    /** The share of pairs in which the passage that answers nothing is doubted more. */
    private static double told(RoundReader reader, List<Features> strangers, List<Answer> answers) {
        long right = 0;
        for (Features stranger : strangers) {
            double doubt = reader.read(stranger).nowhere();
            right += answers.stream()
                    .filter(answer -> reader.read(answer.features()).nowhere() < doubt)
                    .count();
        }
        return (double) right / (strangers.size() * answers.size());
    }

    @Test
    void doubts_what_resembles_no_question_before_anybody_has_said_so_but_decides_nothing_by_it() {
        List<Answer> open = new SyntheticRound(1).answers(100);
        var reader = SyntheticRound.reader(round.questions(), SyntheticRound.texts(open), List.of());

        assertThat(told(reader, round.strangers(20), new SyntheticRound(1).answers(20)))
                .isGreaterThan(0.8);
        assertThat(new SyntheticRound(1).answers(20))
                .allMatch(answer -> reader.read(answer.features()).nowhere() < 0.1);
        assertThat(reader.knowsNowhere()).isFalse();
    }

    @Test
    void learns_from_a_few_what_the_others_look_like_even_if_their_words_say_nothing() {
        List<Answer> open = new SyntheticRound(0).answers(100);
        List<Features> texts = new ArrayList<>(SyntheticRound.texts(open));
        texts.addAll(round.strangers(20));
        List<Confirmed> settled = new ArrayList<>(SyntheticRound.confirmed(round.answers(20)));
        round.strangers(5).forEach(text -> settled.add(new Confirmed(text, Confirmed.NOWHERE)));
        var reader = SyntheticRound.reader(round.questions(), texts, settled);

        assertThat(reader.knowsNowhere()).isTrue();
        assertThat(told(reader, round.strangers(20), new SyntheticRound(0).answers(50)))
                .isGreaterThan(0.95);
    }

    @Test
    void thinks_the_same_of_a_passage_whether_it_was_studied_or_not() {
        List<Answer> open = round.answers(60);
        List<Confirmed> settled = new ArrayList<>(SyntheticRound.confirmed(round.answers(15)));
        round.strangers(5).forEach(text -> settled.add(new Confirmed(text, Confirmed.NOWHERE)));
        List<Features> texts = new ArrayList<>(SyntheticRound.texts(open));
        texts.addAll(round.strangers(10));
        var reader = SyntheticRound.reader(round.questions(), texts, settled);

        List<Belief> studied = reader.readSample(texts);

        for (int i = 0; i < texts.size(); i++) {
            boolean stranger = i >= open.size();
            assertThat(studied.get(i).nowhere() > 0.5).isEqualTo(stranger);
            assertThat(reader.read(texts.get(i)).nowhere() > 0.5).isEqualTo(stranger);
        }
    }
}
