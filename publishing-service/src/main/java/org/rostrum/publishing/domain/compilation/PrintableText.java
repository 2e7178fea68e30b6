package org.rostrum.publishing.domain.compilation;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A stranger's text made inert for print: no control characters, no half characters, and no invisible character that
 * makes a reader see something else than what is written. Everything else stays as it was written.
 */
public final class PrintableText {
    private static final Pattern LINE_ENDS = Pattern.compile("\r\n|[\r\u0085\u2028\u2029\u000B\f]");
    private static final Pattern SPACES = Pattern.compile("[\\s\u00A0]+");
    private static final int TAG_FIRST = 0xE0000;
    private static final int TAG_LAST = 0xE007F;
    private static final int REPLACEMENT = 0xFFFD;

    private PrintableText() {}

    /** Text of several lines; line ends become {@code \n}. */
    public static String of(String text) {
        var unified = LINE_ENDS.matcher(text).replaceAll("\n");
        var printable = new StringBuilder(unified.length());
        unified.codePoints().forEach(character -> append(printable, character));
        return printable.toString().strip();
    }

    /** Text on one line, such as a name; it cannot change the direction of what stands beside it. */
    public static String line(String text) {
        var printable = new StringBuilder(text.length());
        of(text).codePoints().filter(character -> !changesDirection(character)).forEach(printable::appendCodePoint);
        return SPACES.matcher(printable).replaceAll(" ").strip();
    }

    /** The paragraphs of a printable text: its lines that are not blank. */
    public static List<String> paragraphs(String text) {
        return of(text).lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static void append(StringBuilder printable, int character) {
        if (deceives(character)) {
            printable
                    .append("[U+")
                    .append(String.format(Locale.ROOT, "%04X", character))
                    .append(']');
        } else if (isHalfOrNone(character)) {
            printable.appendCodePoint(REPLACEMENT);
        } else if (character == '\n' || character == '\t' || !Character.isISOControl(character)) {
            printable.appendCodePoint(character);
        }
    }

    /** Direction overrides and tag characters: they show one text and carry another. */
    private static boolean deceives(int character) {
        return character == 0x202D || character == 0x202E || (character >= TAG_FIRST && character <= TAG_LAST);
    }

    /** Lone surrogates and noncharacters, which no XML document may hold. */
    private static boolean isHalfOrNone(int character) {
        return (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
                || (character & 0xFFFE) == 0xFFFE
                || (character >= 0xFDD0 && character <= 0xFDEF);
    }

    private static boolean changesDirection(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }
}
