package org.rostrum.processing.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.SubmissionManifest.Respondent;
import org.rostrum.processing.domain.duplicates.Names;
import org.rostrum.processing.domain.filing.Filing;
import org.rostrum.processing.domain.text.Span;
import org.rostrum.processing.usecase.KnownTexts.Part;

/** A letter of a hundred passages, of which the first comes again at the end, and what is almost one of them. */
class CounterpartsTest {
    private static final int PASSAGES = 100;
    private static final Names ZOE = names("Zoë");

    private final List<Part> parts = new ArrayList<>();
    private final Counterparts counterparts = counterparts();

    private static Names names(String given) {
        return Names.of(new Respondent(given, "Ek", null, null, null, null), null);
    }

    private Counterparts counterparts() {
        var text = new StringBuilder();
        for (int i = 0; i < PASSAGES; i++) {
            int from = text.length();
            text.append(passage(i == PASSAGES - 1 ? 0 : i, "Zoë"));
            parts.add(new Part(new Span(from, text.length()), "en", Filing.inBox(new ItemNumber("1"))));
        }
        return new Counterparts(text.toString(), parts, ZOE);
    }

    private static String passage(int number, String name) {
        return "I, %s Ek, say of pier%d that quay%d, jetty%d and mole%d must be kept. "
                .formatted(name, number, number, number, number);
    }

    private Optional<Integer> found(String passage, int at) {
        return counterparts.of(passage, at, names("Maximiliana"), part -> true).map(parts::indexOf);
    }

    @Test
    void finds_what_is_the_same_but_for_the_name_wherever_it_stands() {
        assertThat(found(passage(70, "Maximiliana"), 2)).contains(70);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "98, 99"})
    void takes_the_nearest_of_those_that_are_the_same(int at, int nearest) {
        assertThat(found(passage(0, "Maximiliana"), at)).contains(nearest);
    }

    /** Comparing each passage with all would cost the square of what somebody sends. */
    @ParameterizedTest
    @CsvSource({"50, true", "34, true", "66, true", "33, false", "67, false", "0, false"})
    void looks_for_what_is_reworded_about_its_place_only(int at, boolean isFound) {
        var reworded = passage(50, "Zoë") + "Surely.";

        assertThat(found(reworded, at)).isEqualTo(isFound ? Optional.of(50) : Optional.empty());
    }

    @Test
    void finds_nothing_in_other_words() {
        assertThat(found("Nobody has asked the fishermen about any of this, and they mind.", 50))
                .isEmpty();
    }

    @Test
    void takes_over_only_what_may_be_taken_over() {
        var second = parts.get(PASSAGES - 1);

        assertThat(counterparts.of(passage(0, "Maximiliana"), 0, names("Maximiliana"), part -> part.equals(second)))
                .contains(second);
        assertThat(counterparts.of(passage(50, "Zoë") + "Surely.", 50, ZOE, part -> false))
                .isEmpty();
    }
}
