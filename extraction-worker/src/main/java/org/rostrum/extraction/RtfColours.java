package org.rostrum.extraction;

import java.util.ArrayList;
import java.util.List;

/** The colours of an RTF by their numbers, as far as one is that of paper. */
final class RtfColours {

    /** More than any palette. */
    private static final int MOST = 10_000;

    private final List<Boolean> white = new ArrayList<>();
    private int sum;

    void define(String word, RtfTokens tokens) {
        switch (word) {
            case "red", "green", "blue" -> sum += tokens.parameter(0);
            default -> {}
        }
    }

    /** A semicolon ends each; the first is the usual one. */
    void next(String letters) {
        if (letters.indexOf(';') >= 0) {
            letters.chars().filter(letter -> letter == ';').forEach(_ -> {
                if (white.size() < MOST) {
                    white.add(sum == 3 * 255);
                }
                sum = 0;
            });
        }
    }

    boolean isWhite(int number) {
        return number > 0 && number < white.size() && white.get(number);
    }
}
