package org.rostrum.extraction;

import java.util.Arrays;

/** Takes an RTF file apart into braces, words of control and bytes of text (RTF 1.9.1, "RTF syntax"). */
final class RtfTokens {

    private static final int LONGEST_WORD = 40;

    private final byte[] bytes;
    private int at;
    private String word = "";
    private int parameter;
    private boolean hasParameter;
    private int letter;

    enum Token {
        OPEN,
        CLOSE,
        /** {@link #word()}, with its {@link #parameter}; of a symbol such as {@code \~} the sign alone. */
        WORD,
        /** {@link #letter()}: a byte of text, as it stands or in two digits. */
        LETTER,
        END
    }

    RtfTokens(byte[] bytes) {
        this.bytes = bytes;
    }

    Token next() {
        while (at < bytes.length && (bytes[at] == '\r' || bytes[at] == '\n' || bytes[at] == 0)) {
            at++;
        }
        if (at >= bytes.length) {
            return Token.END;
        }
        byte next = bytes[at++];
        return switch (next) {
            case '{' -> Token.OPEN;
            case '}' -> Token.CLOSE;
            case '\\' -> control();
            default -> letter(next & 0xFF);
        };
    }

    String word() {
        return word;
    }

    int parameter(int otherwise) {
        return hasParameter ? parameter : otherwise;
    }

    /** {@code \v} and {@code \v1} turn on, {@code \v0} turns off. */
    boolean isOn() {
        return !hasParameter || parameter != 0;
    }

    int letter() {
        return letter;
    }

    /** Bytes of a picture, say, that are not to be looked at. */
    void skip(int count) {
        at = (int) Math.min(bytes.length, (long) at + Math.max(0, count));
    }

    private Token letter(int value) {
        letter = value;
        return Token.LETTER;
    }

    private Token control() {
        if (at >= bytes.length) {
            return Token.END;
        }
        if (!isLatin(bytes[at])) {
            return symbol();
        }
        int start = at;
        while (at < bytes.length && isLatin(bytes[at]) && at - start < LONGEST_WORD) {
            at++;
        }
        word = new String(bytes, start, at - start, java.nio.charset.StandardCharsets.US_ASCII);
        readParameter();
        if (at < bytes.length && bytes[at] == ' ') {
            at++;
        }
        return Token.WORD;
    }

    private void readParameter() {
        boolean negative = at < bytes.length && bytes[at] == '-';
        int start = negative ? at + 1 : at;
        int end = start;
        long value = 0;
        while (end < bytes.length && end - start < 10 && bytes[end] >= '0' && bytes[end] <= '9') {
            value = value * 10 + bytes[end] - '0';
            end++;
        }
        hasParameter = end > start;
        parameter = Math.clamp(negative ? -value : value, Integer.MIN_VALUE, Integer.MAX_VALUE);
        at = hasParameter ? end : at;
    }

    private Token symbol() {
        byte sign = bytes[at++];
        if (sign == '\'') {
            int value = at + 1 < bytes.length ? 16 * digit(bytes[at]) + digit(bytes[at + 1]) : -1;
            at = Math.min(bytes.length, at + 2);
            return letter(value < 0 ? '?' : value);
        }
        if (sign == '{' || sign == '}' || sign == '\\') {
            return letter(sign);
        }
        hasParameter = false;
        // A line's end behind a backslash is a paragraph's.
        word = sign == '\n' || sign == '\r' ? "par" : new String(Arrays.copyOfRange(bytes, at - 1, at), ISO);
        return Token.WORD;
    }

    private static final java.nio.charset.Charset ISO = java.nio.charset.StandardCharsets.ISO_8859_1;

    /** Far below 0 if it is none. */
    private static int digit(byte sign) {
        int value = Character.digit(sign, 16);
        return value < 0 ? -1_000 : value;
    }

    private static boolean isLatin(byte sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
    }
}
