package org.rostrum.processing.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NormalisedTextTest {

    @Test
    void collapses_white_space_inside_a_block_and_parts_blocks_by_an_empty_line() {
        NormalisedText text = NormalisedText.ofBlocks(
                List.of(RawBlock.heading(1, " Question\u00A02 "), RawBlock.paragraph("We\u2003 agree,\tof course.")));

        assertThat(text.text()).isEqualTo("Question 2\n\nWe agree, of course.");
        assertThat(text.blocks())
                .containsExactly(
                        new Block(BlockKind.HEADING, 1, new Span(0, 10), 0),
                        new Block(BlockKind.PARAGRAPH, 0, new Span(12, 32), 0));
    }

    @Test
    void composes_characters_and_drops_debris() {
        NormalisedText text = NormalisedText.ofTyped("\uFEFFCafe\u0301 co\u00ADope\u0000ration \uD800!");

        assertThat(text.text()).isEqualTo("Café cooperation \uFFFD!");
    }

    @Test
    void drops_blocks_without_text() {
        assertThat(NormalisedText.ofTyped(" \n\u00A0\u0000\n ").blocks()).isEmpty();
    }

    @Test
    void takes_blank_lines_in_typed_text_as_paragraph_ends() {
        assertThat(paragraphs("One\r\nline.\r\n\r\n\r\nAnother.")).containsExactly("One line.", "Another.");
    }

    @Test
    void takes_every_line_end_as_a_paragraph_end_when_no_program_wrapped_the_lines() {
        String first = "A long paragraph that somebody typed without ever pressing the return key. "
                .repeat(3)
                .strip();

        assertThat(paragraphs(first + "\nA short one.\n" + first)).containsExactly(first, "A short one.", first);
    }

    /** A form feed ends a line, as it does for whoever parts paragraphs. */
    @Test
    void counts_lines_as_it_parts_them() {
        var block = RawBlock.ofLines(
                BlockKind.PARAGRAPH, 0, "One.\n\nTwo, and a form feed:\fThree.\n\nFour.", new Place(0, 0, 1));

        assertThat(NormalisedText.ofBlocks(List.of(block)).blocks().getLast().place())
                .isEqualTo(new Place(0, 0, 6));
        assertThat(Lines.count("")).isZero();
        assertThat(Lines.count("a\r\nb\n")).isEqualTo(2);
        assertThat(Lines.count("a\n\n")).isEqualTo(2);
    }

    @Test
    void joins_lines_that_a_program_wrapped_and_keeps_lists_apart() {
        assertThat(paragraphs("We would like to say the\nfollowing about it:\n- one thing\n- another\n2) third"))
                .containsExactly(
                        "We would like to say the following about it:", "- one thing", "- another", "2) third");
    }

    @Test
    void parts_a_label_from_the_answer_below_it() {
        assertThat(paragraphs("Question 2\nWe agree.\nFully.")).containsExactly("Question 2", "We agree. Fully.");
    }

    @Test
    void heals_what_printing_did_running_heads_page_numbers_and_paragraphs_cut_into_lines() {
        String full = "This line is as full as the lines of a printed page usually are and";
        NormalisedText text = NormalisedText.ofBlocks(List.of(
                printed(1, "Our answer"),
                printed(1, full),
                printed(1, "Ends here."),
                printed(1, full),
                printed(1, "1"),
                printed(2, "Our answer"),
                printed(2, "Goes on over the page."),
                printed(2, "A title that"),
                printed(2, "was broken"),
                printed(2, full + "\nends."),
                printed(2, "2"),
                printed(3, "Our answer"),
                printed(3, "- " + full),
                printed(3, "3")));

        assertThat(text.text())
                .isEqualTo(String.join(
                        "\n\n",
                        "Our answer",
                        full + " Ends here.",
                        full + " Goes on over the page.",
                        "A title that was broken",
                        full + " ends.",
                        "- " + full,
                        "1",
                        "Our answer",
                        "2",
                        "Our answer",
                        "3"));
        assertThat(text.blocks())
                .filteredOn(block -> block.kind() == BlockKind.FURNITURE)
                .extracting(Block::page)
                .containsExactly(1, 2, 2, 3, 3);
    }

    @Test
    void parts_a_title_from_the_paragraph_that_the_layout_set_close_to_it() {
        assertThat(paragraphs("Introduction\nThe light of this act falls on all of us and\nit is bright."))
                .containsExactly("Introduction", "The light of this act falls on all of us and it is bright.");
    }

    private static RawBlock printed(int page, String text) {
        return new RawBlock(BlockKind.PARAGRAPH, 0, text, page);
    }

    static Stream<List<RawBlock>> anything() {
        return RandomBlocks.many(300);
    }

    @ParameterizedTest
    @MethodSource("anything")
    void is_nfc_has_no_stray_white_space_and_blocks_in_order_with_two_line_feeds_between(List<RawBlock> raw) {
        NormalisedText text = NormalisedText.ofBlocks(raw);

        assertThat(Normalizer.isNormalized(text.text(), Normalizer.Form.NFC)).isTrue();
        int end = -2;
        for (Block block : text.blocks()) {
            assertThat(block.span().start()).isEqualTo(end + 2);
            String between = block.kind() == BlockKind.TABLE_ROW ? "(?: |\\t+)" : " ";
            assertThat(text.text(block.span())).isNotEmpty().matches("\\S+(?:" + between + "\\S+)*+");
            end = block.span().end();
        }
        assertThat(text.text()).hasSize(Math.max(0, end));
        assertThat(text).isEqualTo(NormalisedText.ofBlocks(raw));
    }

    private static List<String> paragraphs(String typed) {
        NormalisedText text = NormalisedText.ofTyped(typed);
        return text.blocks().stream().map(block -> text.text(block.span())).toList();
    }
}
