package org.rostrum.processing.domain.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rostrum.processing.domain.filing.Terms;

class FamiliesTest {
    private static final String TEMPLATE =
            "We ask the council to keep the village line open, because without it pupils, nurses and farmers would lose"
                    + " their only way to the valley in winter, and no bus has ever come on time.";
    private static final String REWORDED =
            "Please keep the village line open: without it pupils and farmers would lose their only way to the valley"
                    + " when there is snow. Buses never come on time.";
    private static final String OWN =
            "Broadband matters more to us than trains; our cooperative lays fibre along the river and asks for permits.";
    private static final String QUESTION = "What should the council do about the village line in winter?";

    private final Families families = new Families();

    @Test
    void copies_and_reworded_ones_are_of_one_family_and_others_are_not() {
        add("template", TEMPLATE);
        add("copy", TEMPLATE.toUpperCase(Locale.ROOT));
        add("reworded", REWORDED);
        add("own", OWN);

        assertThat(families.families()).containsExactly(List.of("template", "copy", "reworded"));
        assertThat(families.compare("template", "copy").likeness()).isEqualTo(1);
        assertThat(families.compare("copy", "reworded").isCopy()).isTrue();
        assertThat(families.compare("own", "reworded").isCopy()).isFalse();
    }

    @Test
    void to_repeat_the_question_is_not_to_copy() {
        var question = Shingles.of(Terms.words(QUESTION));
        var one = Shingles.of(Terms.words(QUESTION + " Close it."));
        var other = Shingles.of(Terms.words(QUESTION + " Nothing, really nothing at all."));
        families.add("one", one.without(question));
        families.add("other", other.without(question));
        families.add("only the question", question.without(question));
        families.add("only the question again", question.without(question));

        assertThat(one.likeness(other)).isGreaterThan(Families.COPIED);
        assertThat(families.families()).isEmpty();
    }

    @Test
    void the_order_of_arrival_makes_no_difference_to_copies_and_edits() {
        var texts = new ArrayList<String>();
        IntStream.range(0, 30).forEach(i -> texts.add(TEMPLATE.replace("nurses", "nurses" + i)));
        IntStream.range(0, 30).forEach(i -> texts.add(OWN.replace("river", "river" + i)));
        var expected = familiesOf(texts);
        Collections.shuffle(texts, new Random(7));

        assertThat(expected).hasSize(2);
        assertThat(familiesOf(texts)).isEqualTo(expected);
    }

    @Test
    void what_lies_between_is_for_a_person() {
        assertThat(new Families.Comparison(0.16, false).isDoubtful()).isTrue();
        assertThat(new Families.Comparison(0.16, true).isDoubtful()).isFalse();
        assertThat(new Families.Comparison(0.21, false).isDoubtful()).isFalse();
        assertThat(new Families.Comparison(0.14, false).isCopy()).isFalse();
    }

    @Test
    void a_name_is_taken_once() {
        add("one", OWN);

        assertThatThrownBy(() -> add("one", TEMPLATE)).hasMessageContaining("added before");
        assertThatThrownBy(() -> families.compare("one", "nobody")).hasMessageContaining("never added");
    }

    private void add(String name, String text) {
        families.add(name, Shingles.of(Terms.words(text)));
    }

    private static Set<Set<String>> familiesOf(List<String> texts) {
        var families = new Families();
        texts.forEach(text -> families.add(text, Shingles.of(Terms.words(text))));
        return families.families().stream().map(HashSet::new).collect(Collectors.toSet());
    }
}
