package org.rostrum.extraction;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.model.StyleSheet;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.jspecify.annotations.Nullable;

/** The styles of a DOC, as far as they say what a paragraph is. */
final class DocStyles {

    private static final Pattern HEADING = Pattern.compile("heading ([1-9])(?:,.*)?");
    private static final Pattern CONTENTS = Pattern.compile("toc ?(?:heading|\\d)(?:,.*)?|table of figures");
    private static final int LONGEST_CHAIN = 20;

    private final StyleSheet sheet;

    DocStyles(StyleSheet sheet) {
        this.sheet = sheet;
    }

    /** 1 to 6 for a heading, 0 for everything else. */
    int headingLevel(Paragraph paragraph) {
        int outline = WordStyles.levelOfOutline(paragraph.getLvl());
        return outline > 0 ? outline : levelOfStyle(paragraph.getStyleIndex());
    }

    private int levelOfStyle(int index) {
        StyleDescription style = style(index);
        for (int i = 0; style != null && i < LONGEST_CHAIN; i++) {
            String name = name(style);
            Matcher heading = HEADING.matcher(name);
            if (heading.matches()) {
                return Math.min(6, Integer.parseInt(heading.group(1)));
            }
            if (name.equals("title")) {
                return 1;
            }
            style = style(style.getBaseStyle());
        }
        return 0;
    }

    boolean isTableOfContents(int index) {
        StyleDescription style = style(index);
        return style != null && CONTENTS.matcher(name(style)).matches();
    }

    private @Nullable StyleDescription style(int index) {
        return index < 0 || index >= sheet.numStyles() ? null : sheet.getStyleDescription(index);
    }

    private static String name(StyleDescription style) {
        String name = style.getName();
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }
}
