package org.rostrum.processing.domain.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Decides which line ends inside a block are the author's paragraph ends and which are only where a line was full.
 *
 * <p>A blank line always ends a paragraph; so does a line end before a bullet or a numbering. Other line ends do so only
 * in text that was not wrapped by a program.
 */
final class Lines {

    /** Programs wrap plain text at 72 to 80 columns (RFC 3676, section 4.2), some at 98 or 100. */
    private static final int WRAP_COLUMNS = 100;
    /** Lines of a wide printed page: longer than this, a line is a paragraph. House choice. */
    private static final int WIDEST_PRINTED_LINE = 200;
    /** Wrapped lines are nearly all nearly full. House choice. */
    private static final double FULL = 0.7;

    /** A title is much shorter than the lines of its paragraph. House choice. */
    private static final double HALF = 0.5;

    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern BULLET = Pattern.compile("^\\s*[•‣◦▪●○■□·*–—-][\\s\\u200B]+\\S.*");
    private static final Pattern NUMBERING =
            Pattern.compile("^\\s*(?:\\(?(?:\\p{Nd}{1,3}(?:\\.[\\p{Nd}\\p{L}]{1,3}){0,5}|\\p{L})[.):：]|"
                    + "\\p{Nd}{1,3}(?:\\.[\\p{Nd}\\p{L}]{1,3}){1,5}|(?:Q|Question)\\s?\\p{Nd}{1,3}\\b)\\s*+(?:\\S.*)?");

    private Lines() {}

    /** How many lines a text has; a line end at its end begins no other one. */
    static int count(String text) {
        var ends = LINE_END.matcher(text);
        int count = 0;
        int last = 0;
        while (ends.find()) {
            count++;
            last = ends.end();
        }
        return last < text.length() ? count + 1 : count;
    }

    static List<RawBlock> toBlocks(RawBlock block) {
        if (block.kind() != BlockKind.PARAGRAPH
                || !LINE_END.matcher(block.text()).find()) {
            return List.of(block);
        }
        List<String> lines = LINE_END.splitAsStream(block.text()).toList();
        boolean wrapped = isWrapped(lines);
        int longest = lines.stream().mapToInt(String::length).max().orElse(0);
        List<RawBlock> blocks = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        int first = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank()
                    || !wrapped
                    || startsAnew(line)
                    || isLabel(paragraph)
                    || isTitle(paragraph, line, longest)) {
                flush(block, paragraph, first, blocks);
            }
            if (paragraph.isEmpty()) {
                first = i;
            }
            if (!line.isBlank() || !paragraph.isEmpty()) {
                paragraph.append(line).append('\n');
            }
        }
        flush(block, paragraph, first, blocks);
        return blocks;
    }

    private static void flush(RawBlock block, StringBuilder paragraph, int first, List<RawBlock> blocks) {
        String text = paragraph.toString();
        paragraph.setLength(0);
        if (!text.isBlank()) {
            boolean isItem = BULLET.matcher(firstLine(text)).matches();
            blocks.add(block.with(isItem ? BlockKind.LIST_ITEM : block.kind(), text, first));
        }
    }

    static boolean startsAnew(String line) {
        return BULLET.matcher(line).matches() || NUMBERING.matcher(line).matches();
    }

    /** A numbering that has the whole line to itself ("Question 2") is not the beginning of the sentence below it. */
    private static boolean isLabel(CharSequence paragraph) {
        return paragraph.length() > 0
                && paragraph.length() <= 16
                && NUMBERING.matcher(firstLine(paragraph.toString())).matches();
    }

    /** A short line that a full one follows with a capital: the paragraph's title, which the layout set close to it. */
    private static boolean isTitle(StringBuilder paragraph, String next, int longest) {
        int end = paragraph.indexOf("\n");
        if (end < paragraph.length() - 1) {
            return false; // of many lines: looked at line by line it would cost the square of them
        }
        String above = paragraph.toString().strip();
        String below = next.strip();
        return !above.isEmpty()
                && above.length() < HALF * longest
                && below.length() >= FULL * longest
                && Character.isUpperCase(below.codePointAt(0))
                && Character.isLetterOrDigit(above.codePointBefore(above.length()));
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    private static boolean isWrapped(List<String> lines) {
        int[] lengths = lines.stream()
                .mapToInt(line -> line.strip().length())
                .filter(length -> length > 0)
                .sorted()
                .toArray();
        if (lengths.length < 2) {
            return true;
        }
        int longest = lengths[lengths.length - 1];
        int median = lengths[lengths.length / 2];
        return longest <= WRAP_COLUMNS || (longest <= WIDEST_PRINTED_LINE && median >= FULL * longest);
    }
}
