package org.rostrum.extraction;

import java.util.ArrayList;
import java.util.List;

/** Finds where the pieces of CSS end that may hold any sign: strings, comments, brackets (CSS Syntax 3, 4.3 and 5.4). */
final class CssText {

    private CssText() {}

    /** The end of the string, comment, escaped sign or pair of brackets that begins here; the same place if none does. */
    static int endOf(String css, int at) {
        return switch (css.charAt(at)) {
            case '\\' -> Math.min(css.length(), at + 2);
            case '"', '\'' -> endOfString(css, at);
            case '/' -> isComment(css, at) ? after(css, "*/", at + 2) : at;
            case '(', '[' -> endOfBrackets(css, at);
            default -> at;
        };
    }

    static boolean isComment(String css, int at) {
        return css.startsWith("/*", at);
    }

    /** Where it is divided by this sign; without comments. */
    static List<String> split(String css, char separator) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int at = 0; at < css.length(); ) {
            int end = Math.max(at + 1, endOf(css, at));
            if (css.charAt(at) == separator) {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else if (isComment(css, at)) {
                piece.append(' ');
            } else {
                piece.append(css, at, end);
            }
            at = end;
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static int after(String css, String end, int from) {
        int found = css.indexOf(end, from);
        return found < 0 ? css.length() : found + end.length();
    }

    /** A string that nothing closes ends with its line. */
    private static int endOfString(String css, int at) {
        for (int i = at + 1; i < css.length(); i++) {
            char sign = css.charAt(i);
            if (sign == css.charAt(at) || sign == '\n') {
                return i + 1;
            }
            i += sign == '\\' ? 1 : 0;
        }
        return css.length();
    }

    private static int endOfBrackets(String css, int at) {
        if (css.regionMatches(true, at - 3, "url", 0, 3)
                && !css.startsWith("\"", at + 1)
                && !css.startsWith("'", at + 1)) {
            return after(css, ")", at + 1);
        }
        int open = 0;
        for (int i = at; i < css.length(); ) {
            char sign = css.charAt(i);
            boolean opens = sign == '(' || sign == '[';
            open += opens ? 1 : sign == ')' || sign == ']' ? -1 : 0;
            if (open == 0) {
                return i + 1;
            }
            i = opens ? i + 1 : Math.max(i + 1, endOf(css, i));
        }
        return css.length();
    }
}
