package org.rostrum.publishing.domain.compilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.ItemNumber;

class CompletenessTest {
    private final List<Cleared> contributions = SampleRound.contributions();
    private final Compilation compilation = SampleRound.compilation();

    @Test
    void counts_what_it_found() {
        var found = Completeness.check(contributions, compilation.items(), compilation.answersNoQuestion());

        assertThat(found).isEqualTo(new Completeness(9, 18, 20));
        assertThat(found.statement()).contains("18 passages of 9 contributions, printed 20 times in all");
    }

    @Test
    void fails_when_a_passage_is_dropped_from_the_end() {
        var unfiled = compilation.answersNoQuestion();

        assertThatExceptionOfType(IncompleteCompilation.class)
                .isThrownBy(() ->
                        Completeness.check(contributions, compilation.items(), unfiled.subList(1, unfiled.size())))
                .withMessageContaining("1 passages would be missing")
                .withMessageContaining(unfiled.getFirst().reference().value());
    }

    @Test
    void fails_when_an_item_is_dropped() {
        var items = compilation.items().stream()
                .filter(item -> !item.number().equals(new ItemNumber("2.a")))
                .toList();

        assertThatExceptionOfType(IncompleteCompilation.class)
                .isThrownBy(() -> Completeness.check(contributions, items, compilation.answersNoQuestion()));
    }

    @Test
    void fails_when_the_words_of_a_passage_are_changed() {
        var altered = compilation.answersNoQuestion().stream()
                .map(CompletenessTest::shortened)
                .toList();

        assertThatExceptionOfType(IncompleteCompilation.class)
                .isThrownBy(() -> Completeness.check(contributions, compilation.items(), altered));
    }

    @Test
    void accepts_a_document_that_drops_one_of_two_places_of_a_passage() {
        var items = compilation.items().stream()
                .filter(item -> !item.number().equals(new ItemNumber("2.c")))
                .toList();

        assertThat(Completeness.check(contributions, items, compilation.answersNoQuestion())
                        .placements())
                .isEqualTo(19);
    }

    private static QuotedPassage shortened(QuotedPassage passage) {
        return new QuotedPassage(
                passage.reference(),
                passage.ordinal(),
                passage.receivedAt(),
                passage.received(),
                passage.source(),
                passage.place(),
                FilingBasis.STAFF,
                passage.filing(),
                passage.alsoUnder(),
                passage.language(),
                passage.direction(),
                passage.text().substring(1),
                passage.flags());
    }
}
