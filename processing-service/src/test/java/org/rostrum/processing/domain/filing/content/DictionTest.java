package org.rostrum.processing.domain.filing.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rostrum.processing.domain.filing.content.SyntheticRound.Answer;
import org.rostrum.processing.domain.filing.content.Views.View;

class DictionTest {
    private static final int QUESTIONS = 5;

    private final List<Answer> answers = new SyntheticRound(0).answers(100);
    private final Views views = new Views(SyntheticRound.texts(answers), List.of());
    private final List<View> sample =
            answers.stream().map(answer -> views.passage(answer.features())).toList();

    private Diction diction(double[][] thought) {
        return new Diction(sample, thought, QUESTIONS);
    }

    private double[][] certain() {
        double[][] thought = new double[answers.size()][QUESTIONS];
        IntStream.range(0, thought.length)
                .forEach(i -> thought[i][answers.get(i).question()] = 1);
        return thought;
    }

    @Test
    void says_of_other_passages_by_their_words_what_they_answer() {
        var diction = diction(certain());

        assertThat(new SyntheticRound(0).answers(200).subList(100, 200))
                .allSatisfy(other -> assertThat(Numbers.highest(diction.of(views.passage(other.features()))))
                        .isEqualTo(other.question()));
    }

    @Test
    void lets_no_passage_vouch_for_itself() {
        double[][] wrong = certain();
        wrong[0] = new double[QUESTIONS];
        wrong[0][3] = 1;

        assertThat(answers.getFirst().question()).isZero();
        assertThat(Numbers.highest(diction(wrong).of(0))).isZero();
        assertThat(diction(wrong).of(0)[3] / diction(wrong).of(0)[0])
                .isLessThan(
                        diction(wrong).of(sample.getFirst())[3] / diction(wrong).of(sample.getFirst())[0]);
    }

    @Test
    void learns_from_passages_as_far_as_they_are_thought_to_answer() {
        double[][] vague = Arrays.stream(certain())
                .map(shares ->
                        Arrays.stream(shares).map(share -> 0.8 * share + 0.04).toArray())
                .toArray(double[][]::new);
        double[][] unknown = Arrays.stream(certain())
                .map(shares ->
                        Arrays.stream(shares).map(share -> 1.0 / QUESTIONS).toArray())
                .toArray(double[][]::new);

        assertThat(IntStream.range(0, sample.size())
                        .filter(i -> Numbers.highest(diction(vague).of(i))
                                == answers.get(i).question()))
                .hasSize(sample.size());
        assertThat(diction(unknown).of(sample.getFirst()))
                .satisfies(said -> assertThat(Arrays.stream(said).max().orElse(9)
                                - Arrays.stream(said).min().orElse(0))
                        .isCloseTo(0, within(1e-6)));
    }

    @Test
    void says_less_while_few_passages_are_known() {
        var few = new Diction(sample.subList(0, 15), Arrays.copyOf(certain(), 15), QUESTIONS);

        assertThat(Numbers.spread(IntStream.range(0, 15).mapToObj(few::of).toArray(double[][]::new)))
                .isLessThan(0.5);
        assertThat(Numbers.spread(
                        IntStream.range(0, 100).mapToObj(diction(certain())::of).toArray(double[][]::new)))
                .isBetween(0.7, 1.0);
    }

    @Test
    void says_nothing_of_passages_whose_words_it_does_not_know() {
        var stranger = views.passage(SyntheticRound.features("something nobody else says"));

        assertThat(diction(certain()).of(stranger)).containsOnly(0);
        assertThat(new Diction(List.of(), new double[0][], QUESTIONS).of(stranger))
                .containsOnly(0);
    }
}
