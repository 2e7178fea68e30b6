package org.rostrum.intake.domain;

import java.util.regex.Pattern;

/**
 * What people paste, made into plain text without losing anything that they saw. Changed are only: every kind of line end
 * (CR, vertical tab, form feed, NEL, U+2028, U+2029) to a line feed; bullets and arrows that exist only in the fonts Symbol
 * and Wingdings to those that Unicode has; half characters to U+FFFD, as which they were shown; and control characters and
 * noncharacters, which nobody sees, are left out. Typographic quotes, no-break spaces, soft hyphens, tabs, decomposed
 * accents, directional marks and emoji stay as they are.
 */
public final class PlainText {
    private static final Pattern LINE_ENDS = Pattern.compile("\r\n|[\r\u000B\u000C\u0085\u2028\u2029]");
    private static final Pattern INVISIBLE_IN_ADDRESS = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+");

    private PlainText() {}

    /** A text of any number of lines. */
    public static String of(String pasted) {
        return mapped(LINE_ENDS.matcher(pasted).replaceAll("\n"));
    }

    /** A text of one line: line ends and tabs become spaces. */
    public static String line(String pasted) {
        return of(pasted).replaceAll("[\n\t]+", " ").strip();
    }

    /** An e-mail address as copied from a mail program: no address has spaces or invisible characters. */
    public static String address(String pasted) {
        var bare = INVISIBLE_IN_ADDRESS.matcher(pasted).replaceAll("");
        return bare.regionMatches(true, 0, "mailto:", 0, 7) ? bare.substring(7) : bare;
    }

    private static String mapped(String text) {
        if (text.codePoints().allMatch(PlainText::isPlain)) {
            return text;
        }
        var mapped = new StringBuilder(text.length());
        text.codePoints().map(PlainText::visible).filter(c -> c >= 0).forEach(mapped::appendCodePoint);
        return mapped.toString();
    }

    private static boolean isPlain(int c) {
        return visible(c) == c;
    }

    /** The character that a person saw; negative if there was none. */
    private static int visible(int c) {
        if (c == '\n' || c == '\t') {
            return c;
        }
        if (Character.isISOControl(c) || isNoncharacter(c)) {
            return -1;
        }
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            return 0xFFFD;
        }
        return c >= 0xF020 && c <= 0xF0FF ? ofSymbolFont(c) : c;
    }

    private static boolean isNoncharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    }

    /** Word writes the glyphs of Symbol and Wingdings as U+F000 and their code in the font. */
    private static int ofSymbolFont(int c) {
        return switch (c) {
            case 0xF0B7, 0xF06C, 0xF09F -> '•';
            case 0xF0A7, 0xF06E -> '▪';
            case 0xF0A8, 0xF071, 0xF06F -> '□';
            case 0xF0D8 -> '➢';
            case 0xF076 -> '❖';
            case 0xF0FC -> '✓';
            case 0xF0FB -> '✗';
            case 0xF0E0, 0xF0AE -> '→';
            case 0xF0DF -> '←';
            case 0xF0D7 -> '×';
            case 0xF02D, 0xF0BE -> '–';
            default -> c;
        };
    }
}
