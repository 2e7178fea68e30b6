package org.rostrum.processing.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counted, not timed: what a long text costs grows with its length and not with the square of it. */
class LongTextsTest {
    private static final int LINES = 20_000;

    /** A word of its own for each number: what all pages repeat would be taken for a running head. */
    private static String letters(int number) {
        return String.valueOf(number)
                .chars()
                .mapToObj(digit -> String.valueOf((char) (digit - '0' + 'a')))
                .collect(Collectors.joining());
    }

    private static RawBlock lines(String text) {
        return RawBlock.ofLines(BlockKind.PARAGRAPH, 0, text, new Place(0, 0, 1));
    }

    private static int places(List<RawBlock> blocks) {
        return blocks.stream().mapToInt(block -> block.places().size()).sum();
    }

    @Test
    void hostile_56_each_paragraph_keeps_the_places_of_its_own_lines_alone() {
        var blocks = Lines.toBlocks(lines("line\n\n".repeat(LINES)));

        assertThat(blocks).hasSize(LINES);
        assertThat(places(blocks)).isLessThanOrEqualTo(2 * LINES);
        assertThat(blocks.getFirst().place().number()).isEqualTo(1);
        assertThat(blocks.getLast().place().number()).isEqualTo(2 * LINES - 1);
    }

    @Test
    void a_wrapped_paragraph_keeps_the_place_of_each_of_its_lines() {
        var blocks = Lines.toBlocks(lines("line one\nline two\n\nline four\n"));

        assertThat(blocks).extracting(RawBlock::text).containsExactly("line one\nline two\n", "line four\n");
        assertThat(blocks.getFirst().places()).extracting(Place::number).containsExactly(1, 2);
        assertThat(blocks.getLast().places()).extracting(Place::number).containsExactly(4);
    }

    @Test
    void a_sentence_that_goes_on_over_pages_keeps_the_place_of_each_line() {
        var pages = IntStream.range(0, LINES)
                .mapToObj(i -> new RawBlock(BlockKind.PARAGRAPH, 0, "line " + letters(i) + " goes on", 1 + i / 50))
                .toList();

        var healed = PrintedPages.heal(pages);

        assertThat(places(healed)).isEqualTo(LINES);
        assertThat(healed.getFirst().lastPage()).isEqualTo(LINES / 50);
    }

    @Test
    void finds_the_page_and_place_of_every_character() {
        var text = NormalisedText.ofBlocks(IntStream.rangeClosed(1, 50)
                .mapToObj(i -> new RawBlock(BlockKind.LIST_ITEM, 0, "item " + i, i))
                .toList());

        for (Block block : text.blocks()) {
            for (int at = block.span().start(); at < block.span().end(); at++) {
                assertThat(text.pageAt(at)).isEqualTo(block.page());
                assertThat(text.placeAt(at)).isEqualTo(block.place());
            }
        }
        assertThat(text.pageAt(text.text().length())).isZero();
        assertThat(NormalisedText.ofTyped("").placeAt(0)).isEqualTo(Place.NONE);
    }
}
