package org.rostrum.extraction;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** The styles of a DOCX, as far as they say what a paragraph is (ECMA-376 part 1, 17.7). */
final class WordStyles {

    /** The built-in name, which is English in every language of the program. */
    private static final Pattern HEADING = Pattern.compile("heading ([1-9])");

    private static final int LONGEST_CHAIN = 20;
    private static final int BODY = 9;

    private final Map<String, Style> styles = new HashMap<>();

    /** One style; what is absent is the one's that it is based on. */
    private static final class Style {
        private String name = "";
        private @Nullable String basedOn;
        private @Nullable Integer outline;
        private @Nullable String list;
        private @Nullable Integer listLevel;
        private @Nullable Boolean hidden;
    }

    /** A place in a list: the list's id and the level, from 0. */
    record ListPlace(String list, int level) {}

    static WordStyles read(Optional<Xml> content) throws IOException {
        WordStyles styles = new WordStyles();
        if (content.isPresent()) {
            try (Xml xml = content.get()) {
                styles.readAll(xml);
            }
        }
        return styles;
    }

    private void readAll(Xml xml) throws IOException {
        Style style = new Style();
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.name().equals("style")) {
                    style = new Style();
                    styles.put(xml.attribute("styleId").orElse(""), style);
                } else {
                    property(xml, style);
                }
            }
        }
    }

    private static void property(Xml xml, Style style) {
        String value = xml.attribute("val").orElse("");
        switch (xml.name()) {
            case "name" -> style.name = value.toLowerCase(Locale.ROOT);
            case "basedOn" -> style.basedOn = value;
            case "outlineLvl" -> style.outline = number(value, BODY);
            case "numId" -> style.list = value;
            case "ilvl" -> style.listLevel = number(value, 0);
            case "vanish" -> style.hidden = xml.isOn();
            default -> {}
        }
    }

    static int number(String value, int otherwise) {
        return value.matches("\\d{1,6}") ? Integer.parseInt(value) : otherwise;
    }

    /** 1 to 6 for a heading, 0 for everything else. */
    int headingLevel(String styleId) {
        Integer outline = inherited(styleId, style -> style.outline);
        if (outline != null) {
            return levelOfOutline(outline);
        }
        String telling = inherited(styleId, style -> isTelling(style.name) ? style.name : null);
        String name = telling == null ? "" : telling;
        Matcher heading = HEADING.matcher(name);
        return heading.matches() ? Math.min(6, number(heading.group(1), 1)) : name.equals("title") ? 1 : 0;
    }

    static int levelOfOutline(int outline) {
        return outline >= BODY ? 0 : Math.min(6, outline + 1);
    }

    private static boolean isTelling(String name) {
        return name.equals("title") || HEADING.matcher(name).matches();
    }

    boolean isTableOfContents(String styleId) {
        Style style = styles.get(styleId);
        return style != null && style.name.matches("toc ?(heading|\\d)|table of figures");
    }

    boolean isHidden(String styleId) {
        return Boolean.TRUE.equals(inherited(styleId, style -> style.hidden));
    }

    Optional<ListPlace> list(String styleId) {
        String list = inherited(styleId, style -> style.list);
        Integer level = inherited(styleId, style -> style.listLevel);
        return list == null ? Optional.empty() : Optional.of(new ListPlace(list, level == null ? 0 : level));
    }

    private <T> @Nullable T inherited(String styleId, Function<Style, @Nullable T> property) {
        Style style = styles.get(styleId);
        for (int i = 0; style != null && i < LONGEST_CHAIN; i++) {
            T own = property.apply(style);
            if (own != null) {
                return own;
            }
            style = style.basedOn == null ? null : styles.get(style.basedOn);
        }
        return null;
    }
}
