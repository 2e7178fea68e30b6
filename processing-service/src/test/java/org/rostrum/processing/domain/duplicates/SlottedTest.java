package org.rostrum.processing.domain.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rostrum.contracts.SubmissionManifest.Respondent;
import org.rostrum.processing.domain.text.NormalisedText;
import org.rostrum.processing.domain.text.Span;

class SlottedTest {
    private static final Names NOBODY = names(null, null, null, null);

    private static Names names(
            @Nullable String given, @Nullable String family, @Nullable String organisation, @Nullable String country) {
        return Names.of(new Respondent(given, family, null, organisation, country, null), null);
    }

    private static Slotted slotted(String typed, Names names) {
        return Slotted.of(NormalisedText.ofTyped(typed).text(), names);
    }

    @ParameterizedTest
    @CsvSource({
        "Ana, Silva, 'I, Ana Silva, ask you to act.', Bo, 'van der Berg', 'I, Bo van der Berg, ask you to act.'",
        "Ana, Silva, 'Please act. Ana', Bo, Ek, 'PLEASE act.  Bo'",
        "Ana, Silva, 'Act! - Ana Silva', Mary-Jane, O'Neill, 'Act! - Mary-Jane O''Neill'",
        "Ana, Silva, 'Silva, Ana', Bo, Ek, 'Ek, Bo'",
        "李, 明, '我是李，请行动。', 王, 芳, '我是王，请行动。'"
    })
    void takes_names_for_slots_of_one_template(
            String given, String family, String text, String otherGiven, String otherFamily, String other) {
        var one = slotted(text, names(given, family, null, null));
        var two = slotted(other, names(otherGiven, otherFamily, null, null));

        boolean separated = !text.contains("李");
        assertThat(one.hash().equals(two.hash())).isEqualTo(separated);
    }

    @Test
    void takes_organisations_and_countries_for_slots_as_a_whole_only() {
        var one = slotted("We of Digital Rights in Norway say no.", names("A", "B", "Digital Rights", "NO"));
        var two = slotted("We of Green Forum in Peru say no.", names("C", "D", "Green Forum", "PE"));
        var part = slotted("We of Digital Forum in Peru say no.", names("C", "D", "Digital Rights", "PE"));

        assertThat(one.hash()).isEqualTo(two.hash()).isNotEqualTo(part.hash());
    }

    @Test
    void takes_a_word_that_is_a_name_too_for_a_word_where_it_has_no_capital() {
        assertThat(slotted("They will act.", names("Will", "May", null, null)).hash())
                .isEqualTo(slotted("They will act.", NOBODY).hash());
    }

    @Test
    void tells_apart_what_differs_in_more() {
        assertThat(slotted("Do not build it.", NOBODY).hash())
                .isNotEqualTo(slotted("Do build it.", NOBODY).hash());
        assertThat(slotted("Build it. Now", NOBODY).hash())
                .isNotEqualTo(slotted("Build it.\n\nNow", NOBODY).hash());
    }

    @Test
    void finds_the_counterpart_of_a_span() {
        String mine = "I, Ana Silva, live here.\n\nBuild the cable now.\n\nAna Silva, Norway";
        String theirs = "I, Bo Christiansson, live here.\n\nBUILD the cable now.\n\nBo Christiansson, Peru";
        var one = Slotted.of(mine, names("Ana", "Silva", null, "NO"));
        var two = Slotted.of(theirs, names("Bo", "Christiansson", null, "PE"));

        for (String passage : mine.split("\n\n", -1)) {
            int start = mine.indexOf(passage);
            var span = one.in(two, new Span(start, start + passage.length()));
            assertThat(theirs.split("\n\n", -1)).contains(theirs.substring(span.start(), span.end()));
        }
        assertThatThrownBy(() -> one.in(Slotted.of("Other", NOBODY), new Span(0, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leaves_out_what_fills_the_slots() {
        var names = Names.of(new Respondent("Ana", "Silva", null, "Duct Club", null, null), null);

        assertThat(Slotted.withoutNames("I, Ana Silva of the Duct Club, ask.", names))
                .isEqualTo("I,  of the , ask.");
        assertThat(Slotted.withoutNames("Nobody's ducts.", names)).isEqualTo("Nobody's ducts.");
        assertThat(Slotted.withoutNames("Ana", names)).isEmpty();
        assertThat(Slotted.withoutNames("Ana", Names.NONE)).isEqualTo("Ana");
    }
}
