package org.rostrum.processing.adapter.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rostrum.processing.adapter.pages.FlagMarks.Piece;
import org.rostrum.processing.domain.flags.Flag;
import org.rostrum.processing.domain.flags.FlagKind;
import org.rostrum.processing.domain.text.Span;

class FlagMarksTest {

    private static Flag flag(FlagKind kind, int start, int end) {
        return new Flag(1, kind, new Span(start, end));
    }

    @Test
    void marks_what_was_found_and_says_what_it_is() {
        assertThat(FlagMarks.in("write to a@b.ch now", new Span(100, 119), List.of(flag(FlagKind.EMAIL, 109, 115))))
                .containsExactly(
                        new Piece("write to ", ""), new Piece("a@b.ch", "E-mail address"), new Piece(" now", ""));
    }

    @Test
    void marks_up_to_the_edges_of_the_passage_and_nothing_beyond() {
        assertThat(FlagMarks.in(
                        "a@b.ch",
                        new Span(10, 16),
                        List.of(
                                flag(FlagKind.TELEPHONE, 2, 10),
                                flag(FlagKind.EMAIL, 8, 12),
                                flag(FlagKind.THREAT, 15, 30),
                                flag(FlagKind.PROFANITY, 16, 20))))
                .containsExactly(new Piece("a@", "E-mail address"), new Piece("b.c", ""), new Piece("h", "Threat"));
        assertThat(FlagMarks.in("a@b.ch", new Span(0, 6), List.of(flag(FlagKind.EMAIL, 0, 6))))
                .containsExactly(new Piece("a@b.ch", "E-mail address"));
    }

    @Test
    void says_both_where_two_overlap() {
        assertThat(FlagMarks.in(
                        "012345",
                        new Span(0, 6),
                        List.of(flag(FlagKind.TELEPHONE, 0, 4), flag(FlagKind.BANK_ACCOUNT, 2, 6))))
                .containsExactly(
                        new Piece("01", "Telephone number"),
                        new Piece("23", "Telephone number, Bank account (IBAN)"),
                        new Piece("45", "Bank account (IBAN)"));
    }

    @Test
    void hostile_50_names_characters_that_nobody_sees() {
        assertThat(FlagMarks.in("go \u202Efdp now", new Span(0, 12), List.of(flag(FlagKind.HIDDEN_CHARACTERS, 3, 4))))
                .contains(new Piece("\u202E", "Hidden characters: U+202E"));
    }

    @Test
    void says_how_many_findings_are_not_marked() {
        var flags = IntStream.range(0, 1_234)
                .mapToObj(i -> flag(FlagKind.EMAIL, 2 * i, 2 * i + 1))
                .toList();

        assertThat(FlagMarks.unmarked(new Span(0, 3_000), flags))
                .isEqualTo("and 1,034 more, which are not marked here");
        assertThat(FlagMarks.unmarked(new Span(0, 400), flags)).isNull();
        assertThat(FlagMarks.unmarked(new Span(0, 402), flags)).startsWith("and 1 more");
    }

    @Test
    void shows_every_character_once_and_marks_exactly_what_is_flagged() {
        for (int seed = 0; seed < 300; seed++) {
            var chance = new Random(seed);
            String whole = chance.ints(60, 'a', 'z')
                    .mapToObj(c -> String.valueOf((char) c))
                    .collect(Collectors.joining());
            int start = chance.nextInt(30);
            var at = new Span(start, start + 1 + chance.nextInt(30));
            var flags = new ArrayList<Flag>();
            for (int i = 0; i < chance.nextInt(6); i++) {
                int from = chance.nextInt(55);
                flags.add(flag(
                        List.copyOf(EnumSet.allOf(FlagKind.class)).get(chance.nextInt(5)),
                        from,
                        from + chance.nextInt(5)));
            }

            var pieces = FlagMarks.in(whole.substring(at.start(), at.end()), at, flags);

            assertThat(pieces.stream().map(Piece::text).collect(Collectors.joining()))
                    .isEqualTo(whole.substring(at.start(), at.end()));
            int offset = at.start();
            for (Piece piece : pieces) {
                for (int i = 0; i < piece.text().length(); i++, offset++) {
                    var character = new Span(offset, offset + 1);
                    assertThat(flags.stream().anyMatch(flag -> flag.span().overlaps(character)))
                            .isEqualTo(piece.isFlagged());
                }
            }
        }
    }
}
