package org.rostrum.processing.domain.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The one text of a source to which all offsets refer.
 *
 * <p>Unicode NFC, Arabic presentation forms and Latin ligatures as plain letters; every run of white space inside a block
 * is one space, but one tab parts the cells of a table row; words parted at the end of a line are whole; blocks are joined by {@value #BETWEEN_BLOCKS}
 * as two line feeds; control characters, soft hyphens and byte order marks are gone. The same blocks always give the
 * same text.
 */
public record NormalisedText(String text, List<Block> blocks) {

    static final String BETWEEN_BLOCKS = "\n\n";

    public NormalisedText {
        blocks = List.copyOf(blocks);
    }

    /** A text typed or pasted into a box, in which blank lines, and long lines, are paragraphs. */
    public static NormalisedText ofTyped(String typed) {
        return ofBlocks(List.of(RawBlock.paragraph(typed)));
    }

    public static NormalisedText ofBlocks(List<RawBlock> raw) {
        StringBuilder text = new StringBuilder();
        List<Block> blocks = new ArrayList<>();
        List<RawBlock> healed = PrintedPages.heal(raw);
        Hyphens hyphens = Hyphens.of(healed);
        for (RawBlock whole : healed) {
            for (RawBlock part : Lines.toBlocks(whole)) {
                append(part, hyphens, text, blocks);
            }
        }
        return new NormalisedText(text.toString(), blocks);
    }

    private static void append(RawBlock raw, Hyphens hyphens, StringBuilder text, List<Block> blocks) {
        String whole = hyphens.heal(raw.text());
        String cells =
                raw.kind() == BlockKind.TABLE_ROW ? Characters.normaliseCells(whole) : Characters.normalise(whole);
        String clean = cells.strip();
        if (clean.isEmpty()) {
            return;
        }
        if (!text.isEmpty()) {
            text.append(BETWEEN_BLOCKS);
        }
        int start = text.length();
        text.append(clean);
        int column = cells.indexOf(clean); // one tab for each empty cell
        blocks.add(new Block(raw.kind(), raw.level(), new Span(start, text.length()), raw.place(), column));
    }

    /** Where the character at this offset stood in the file; {@link Place#NONE} in a text that has no blocks. */
    public Place placeAt(int offset) {
        int block = firstBlock(each -> each.span().start() > offset) - 1;
        return block < 0 ? Place.NONE : blocks.get(block).place();
    }

    /** The place of the first block of which this is true, as it is of all after it; how many there are if of none. */
    private int firstBlock(Predicate<Block> after) {
        int from = 0;
        int to = blocks.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (after.test(blocks.get(middle))) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    public String text(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** The page on which that character stands, from 1; 0 where the format has no pages. */
    public int pageAt(int offset) {
        int block = firstBlock(each -> offset < each.span().end());
        return block < blocks.size() ? blocks.get(block).page() : 0;
    }

    /** Leaves the text out of logs. */
    @Override
    public String toString() {
        return "NormalisedText[" + text.length() + " characters, " + blocks.size() + " blocks]";
    }
}
