package org.rostrum.processing.domain.filing.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rostrum.processing.domain.filing.content.Views.View;

class ThemesTest {
    private static final int SUBJECTS = 3;
    private static final int WORDS = 100;

    private final Random chance = new Random(3);
    private final List<List<String>> vocabulary = Stream.generate(
                    () -> Stream.generate(this::word).limit(WORDS).toList())
            .limit(SUBJECTS)
            .toList();
    private final List<Features> letters =
            IntStream.range(0, 600).mapToObj(i -> letter(i % SUBJECTS)).toList();
    private final Views views = new Views(letters, List.of());
    private final List<View> sample = letters.stream().map(views::passage).toList();

    private String word() {
        return IntStream.range(0, 8)
                .mapToObj(_ -> String.valueOf((char) ('a' + chance.nextInt(26))))
                .collect(Collectors.joining());
    }

    /** A few words out of the many of its subject, so that most letters share hardly any. */
    private Features letter(int subject) {
        return SyntheticRound.features(IntStream.range(0, 12)
                .mapToObj(_ -> vocabulary.get(subject).get(chance.nextInt(WORDS)))
                .collect(Collectors.joining(" ")));
    }

    private View words(int subject, int from, int to) {
        return views.passage(
                SyntheticRound.features(String.join(" ", vocabulary.get(subject).subList(from, to))));
    }

    private static double alike(Themes themes, View one, View other) {
        return Numbers.dot(themes.of(one), themes.of(other));
    }

    @Test
    void finds_alike_what_shares_no_word_but_is_said_beside_the_same_words() {
        var themes = new Themes(sample);

        for (int subject = 0; subject < SUBJECTS; subject++) {
            View some = words(subject, 0, 10);
            View others = words(subject, 10, 20);
            View elsewhere = words((subject + 1) % SUBJECTS, 0, 10);
            assertThat(Likenesses.byStems(List.of(others)).of(some)).containsExactly(0);
            assertThat(Likenesses.byGrams(List.of(others)).of(some)[0]).isCloseTo(0, within(0.01f));
            assertThat(alike(themes, some, others)).isGreaterThan(0.1 + alike(themes, some, elsewhere));
        }
    }

    @Test
    void tells_of_few_passages_all_that_their_common_words_tell() {
        List<View> few = sample.subList(0, 60);
        var themes = new Themes(few);
        var terms = new CommonTerms(few);
        double[][] exact = few.stream().map(view -> dense(terms, view)).toArray(double[][]::new);
        double[] middle = Numbers.columnMeans(exact, terms.count());
        for (double[] row : exact) {
            Numbers.add(middle, -1, row);
        }

        for (int i = 1; i < few.size(); i++) {
            assertThat(alike(themes, few.getFirst(), few.get(i))).isCloseTo(cosine(exact[0], exact[i]), within(1e-3));
        }
    }

    private static double[] dense(CommonTerms terms, View view) {
        SparseVector text = terms.of(view);
        double[] row = new double[terms.count()];
        for (int p = 0; p < text.places().length; p++) {
            row[text.places()[p]] = text.weights()[p];
        }
        return row;
    }

    private static double cosine(double[] one, double[] other) {
        return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
    }

    private static double dot(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] * other[i])
                .sum();
    }

    @Test
    void the_same_sample_gives_the_same_numbers() {
        var one = new Themes(sample);
        var other = new Themes(List.copyOf(sample));

        assertThat(sample).allSatisfy(view -> assertThat(one.of(view)).isEqualTo(other.of(view)));
        assertThat(one.of(sample.getFirst())).hasSize(Themes.DIMENSIONS);
    }

    @Test
    void says_nothing_where_nothing_is_known() {
        View stranger = views.passage(SyntheticRound.features("0123 4567"));

        assertThat(new Themes(sample).of(stranger)).hasSize(Themes.DIMENSIONS).containsOnly(0);
        assertThat(new Themes(sample).of(View.NONE)).containsOnly(0);
        assertThat(new Themes(List.of()).of(sample.getFirst())).isEmpty();
        assertThat(new Themes(sample.subList(0, 1)).of(sample.getFirst())).isEmpty();
    }

    @Test
    void makes_nothing_of_rounding_where_all_say_the_same() {
        var themes = new Themes(Collections.nCopies(200, sample.getFirst()));

        assertThat(themes.of(sample.getFirst())).containsOnly(0);
        assertThat(themes.of(words(1, 0, 10))).doesNotContain(Float.NaN);
    }
}
