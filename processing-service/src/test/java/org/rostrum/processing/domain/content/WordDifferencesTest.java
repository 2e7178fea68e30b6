package org.rostrum.processing.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.processing.domain.content.Comparison.Edit;
import org.rostrum.processing.domain.content.Comparison.Piece;

class WordDifferencesTest {

    @Test
    void says_which_words_came_and_which_went() {
        assertThat(WordDifferences.between("We ask for open standards.", "We demand open standards."))
                .containsExactly(
                        new Piece(Edit.KEPT, "We "),
                        new Piece(Edit.REMOVED, "ask for "),
                        new Piece(Edit.ADDED, "demand "),
                        new Piece(Edit.KEPT, "open standards."));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void loses_no_character_of_either_text(long seed) {
        var random = new Random(seed);
        var before = words(random);
        var now = words(random);

        var pieces = WordDifferences.between(before, now);

        assertThat(joined(pieces, Edit.ADDED)).isEqualTo(before);
        assertThat(joined(pieces, Edit.REMOVED)).isEqualTo(now);
    }

    private static String joined(List<Piece> pieces, Edit without) {
        return pieces.stream()
                .filter(piece -> piece.edit() != without)
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    private static String words(Random random) {
        return Stream.generate(() -> List.of("a", "b ", " c", "d\n", "e  ").get(random.nextInt(5)))
                .limit(random.nextInt(40))
                .collect(Collectors.joining(" "));
    }

    @Test
    void gives_up_on_words_where_the_texts_are_too_long_to_compare() {
        var before = "alpha " + "x ".repeat(3000) + "omega";
        var now = "alpha " + "y ".repeat(3000) + "omega";

        assertThat(WordDifferences.between(before, now))
                .extracting(Piece::edit)
                .containsExactly(Edit.KEPT, Edit.REMOVED, Edit.ADDED, Edit.KEPT);
    }
}
