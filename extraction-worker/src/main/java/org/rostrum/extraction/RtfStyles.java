package org.rostrum.extraction;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The style sheet of an RTF, as far as it says what a paragraph is (RTF 1.9.1, "Style sheet"). */
final class RtfStyles {

    private static final Pattern HEADING = Pattern.compile("heading ([1-9])");
    private static final Pattern CONTENTS =
            Pattern.compile("toc ?(?:heading|\\d)|table of figures|contents (?:heading|\\d\\d?)");
    private static final int LONGEST_CHAIN = 20;
    private static final int LONGEST_NAME = 100;
    private static final int BODY = 9;
    private static final int MOST = 10_000;
    /** A style that is based on none. */
    private static final int NONE = 222;

    private final Map<Integer, Style> styles = new HashMap<>();
    private Style current = new Style();

    private static final class Style {
        private final StringBuilder name = new StringBuilder();
        private int base = NONE;
        private int outline = -1;

        String telling() {
            return name.toString().replace(";", "").strip().toLowerCase(Locale.ROOT);
        }
    }

    void begin() {
        current = new Style();
        styles.put(0, current);
    }

    void define(String word, RtfTokens tokens) {
        switch (word) {
            case "s", "cs", "ds", "ts" -> {
                styles.remove(0, current);
                if (styles.size() < MOST) {
                    styles.put(tokens.parameter(0), current);
                }
            }
            case "sbasedon" -> current.base = tokens.parameter(NONE);
            case "outlinelevel" -> current.outline = tokens.parameter(BODY);
            default -> {}
        }
    }

    void name(String letters) {
        if (current.name.length() < LONGEST_NAME) {
            current.name.append(letters);
        }
    }

    /** 1 to 6 for a heading, 0 for everything else. */
    int headingLevel(RtfGroup paragraph) {
        int own = WordStyles.levelOfOutline(Math.max(0, paragraph.outline));
        return own > 0 ? own : levelOfStyle(paragraph.style);
    }

    private int levelOfStyle(int index) {
        Style style = styles.get(index);
        for (int i = 0; style != null && i < LONGEST_CHAIN; i++) {
            if (style.outline >= 0) {
                return WordStyles.levelOfOutline(style.outline);
            }
            Matcher heading = HEADING.matcher(style.telling());
            if (heading.matches()) {
                return Math.min(6, Integer.parseInt(heading.group(1)));
            }
            if (style.telling().equals("title")) {
                return 1;
            }
            style = styles.get(style.base);
        }
        return 0;
    }

    boolean isTableOfContents(int index) {
        Style style = styles.get(index);
        return style != null && CONTENTS.matcher(style.telling()).matches();
    }
}
