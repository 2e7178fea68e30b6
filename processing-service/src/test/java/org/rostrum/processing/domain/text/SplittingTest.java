package org.rostrum.processing.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SplittingTest {

    private static final String LONG =
            "This paragraph is long enough to stand alone, since it says one whole thing at ease.";

    private static final Outline QUESTIONS = new Outline() {
        @Override
        public OptionalInt headingLevel(String blockText) {
            return blockText.startsWith("Question") ? OptionalInt.of(1) : OptionalInt.empty();
        }

        @Override
        public boolean opensAnswer(String blockText) {
            return blockText.startsWith("Q3:");
        }
    };

    @Test
    void cuts_a_box_into_its_paragraphs() {
        List<Passage> passages = Splitting.box(NormalisedText.ofTyped(LONG + "\n\n" + LONG));

        assertThat(passages).extracting(Passage::text).containsExactly(LONG, LONG);
    }

    @Test
    void joins_short_paragraphs_to_a_neighbour() {
        List<Passage> passages = Splitting.box(NormalisedText.ofTyped("We suggest:\n\n" + LONG + "\n\nThank you."));

        assertThat(passages).extracting(Passage::text).containsExactly("We suggest:\n\n" + LONG + "\n\nThank you.");
    }

    @Test
    void takes_headings_in_a_box_as_part_of_the_answer() {
        NormalisedText text = NormalisedText.ofTyped("Question 2\n\n" + LONG);

        assertThat(Splitting.box(text)).extracting(Passage::text).containsExactly("Question 2\n\n" + LONG);
    }

    @Test
    void puts_passages_under_the_headings_above_them_until_one_of_the_same_or_a_higher_level() {
        NormalisedText text = NormalisedText.ofBlocks(List.of(
                RawBlock.heading(1, "Part"),
                RawBlock.heading(2, "Chapter"),
                RawBlock.paragraph(LONG),
                RawBlock.heading(2, "Next chapter"),
                RawBlock.paragraph(LONG),
                RawBlock.heading(1, "Next part"),
                RawBlock.paragraph(LONG)));

        assertThat(Splitting.document(text, Outline.MARKED_ONLY))
                .extracting(passage ->
                        passage.headings().stream().map(Heading::text).toList())
                .containsExactly(List.of("Part", "Chapter"), List.of("Part", "Next chapter"), List.of("Next part"));
    }

    @Test
    void takes_an_unmarked_line_for_a_heading_when_the_outline_knows_it() {
        List<Passage> passages =
                Splitting.document(NormalisedText.ofTyped("Question 2\n\nYes.\n\nQuestion 3\n\nNo."), QUESTIONS);

        assertThat(passages).extracting(Passage::text).containsExactly("Yes.", "No.");
        assertThat(passages.getLast().headings()).extracting(Heading::text).containsExactly("Question 3");
    }

    @Test
    void keeps_a_short_answer_that_names_its_question_to_itself() {
        List<Passage> passages =
                Splitting.document(NormalisedText.ofTyped(LONG + "\n\nQ3: No.\n\nQ3: Yes."), QUESTIONS);

        assertThat(passages).extracting(Passage::text).containsExactly(LONG, "Q3: No.", "Q3: Yes.");
    }

    static Stream<List<RawBlock>> anything() {
        return RandomBlocks.many(500);
    }

    @ParameterizedTest
    @MethodSource("anything")
    void spans_are_disjoint_in_order_exact_and_cover_all_text_but_headings(List<RawBlock> raw) {
        NormalisedText text = NormalisedText.ofBlocks(raw);

        requireWhole(text, Splitting.box(text), false);
        requireWhole(text, Splitting.document(text, Outline.MARKED_ONLY), true);
        requireWhole(text, Splitting.document(text, QUESTIONS), true);
    }

    private static void requireWhole(NormalisedText text, List<Passage> passages, boolean headingsAreStructure) {
        StringBuilder rest = new StringBuilder(text.text());
        int end = 0;
        for (Passage passage : passages) {
            assertThat(passage.span().start()).isGreaterThanOrEqualTo(end);
            assertThat(text.text(passage.span())).isEqualTo(passage.text());
            end = passage.span().end();
            rest.replace(passage.span().start(), end, " ".repeat(passage.span().length()));
        }
        for (Block block : text.blocks()) {
            boolean isStructure = headingsAreStructure
                    && (block.kind() == BlockKind.HEADING
                            || text.text(block.span()).startsWith("Question"));
            String left = rest.substring(block.span().start(), block.span().end());
            if (block.kind() == BlockKind.FURNITURE) {
                assertThat(left).isEqualTo(text.text(block.span()));
            } else if (!isStructure) {
                assertThat(left).isBlank();
            }
        }
    }
}
