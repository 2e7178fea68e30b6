package org.rostrum.processing.adapter.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.ItemNumber;

class ScoresTest {
    private static final ItemNumber ONE = new ItemNumber("1");
    private static final ItemNumber TWO = new ItemNumber("2");
    private static final ItemNumber THREE = new ItemNumber("3");

    private final List<Scores.Case> cases = new ArrayList<>();

    private void add(String text, ItemNumber gold, double confidence, @Nullable ItemNumber... best) {
        List<@Nullable ItemNumber> ranked = new ArrayList<>();
        for (@Nullable ItemNumber item : best) {
            ranked.add(item);
        }
        cases.add(new Scores.Case(
                "s" + cases.size(), text, gold, new Prediction(ranked, confidence, FilingBasis.CONTENT)));
    }

    @Test
    void counts_as_one_does_by_hand() {
        add("a", ONE, 0.95, ONE, TWO);
        add("b", ONE, 0.95, TWO, THREE, ONE);
        add("c", TWO, 0.55, TWO);
        add("d", TWO, 0.25, null, ONE, TWO);

        var scores = new Scores(cases);

        assertThat(scores.accuracy()).isEqualTo(0.5);
        assertThat(scores.topThree()).isEqualTo(1);
        // 1: found 1 of 2, filed 1, F1 2/3; 2: found 1 of 2, filed 2, F1 1/2.
        assertThat(scores.macroF1()).isCloseTo((2 / 3.0 + 0.5) / 2, within(1e-9));
        // (2 * |.5 - .95| + |1 - .55| + |0 - .25|) / 4
        assertThat(scores.calibrationError()).isCloseTo((0.9 + 0.45 + 0.25) / 4, within(1e-9));
    }

    @Test
    void counts_copies_of_a_campaign_once() {
        add("copy", ONE, 0.5, ONE);
        add("copy", ONE, 0.5, ONE);
        add("copy", ONE, 0.5, ONE);
        add("own words", ONE, 0.5, TWO);

        assertThat(new Scores(cases).accuracy()).isEqualTo(0.75);
        assertThat(new Scores(cases).accuracyOfDifferentTexts()).isEqualTo(0.5);
    }

    @Test
    void names_what_a_question_is_taken_for() {
        add("a", ONE, 0.5, TWO);
        add("b", ONE, 0.5, TWO);
        add("c", ONE, 0.5, THREE);

        assertThat(new Scores(cases).lines().getFirst().takenFor()).contains(TWO);
    }
}
