package org.rostrum.extraction;

import java.util.Locale;

/** Writes a count as lists print it. */
final class Numerals {

    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    private static final int LETTERS = 26;
    private static final int LARGEST_ROMAN = 4_999;

    private Numerals() {}

    /** As the formats of ECMA-376 (part 1, 17.18.59) and of ODF ({@code 1}, {@code a}, {@code I}) say; else as decimal. */
    static String write(int count, String format) {
        return switch (format) {
            case "lowerLetter", "a" -> letters(count);
            case "upperLetter", "A" -> letters(count).toUpperCase(Locale.ROOT);
            case "lowerRoman", "i" -> roman(count);
            case "upperRoman", "I" -> roman(count).toUpperCase(Locale.ROOT);
            case "decimalZero" -> count < 10 ? "0" + count : Integer.toString(count);
            default -> Integer.toString(count);
        };
    }

    /** After z comes aa, then bb. */
    private static String letters(int count) {
        char letter = (char) ('a' + (count - 1) % LETTERS);
        return Character.toString(letter).repeat(Math.min(4, (count - 1) / LETTERS + 1));
    }

    private static String roman(int count) {
        if (count < 1 || count > LARGEST_ROMAN) {
            return Integer.toString(count);
        }
        StringBuilder roman = new StringBuilder();
        int left = count;
        for (int i = 0; i < VALUES.length; i++) {
            for (; left >= VALUES[i]; left -= VALUES[i]) {
                roman.append(ROMAN[i]);
            }
        }
        return roman.toString();
    }
}
