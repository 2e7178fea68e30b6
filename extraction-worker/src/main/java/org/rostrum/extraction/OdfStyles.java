package org.rostrum.extraction;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** The styles of an OpenDocument file, as far as they hide something or number lists (ODF 1.3 part 3, 16). */
final class OdfStyles {

    private static final int LEVELS = 10;
    private static final String OUTLINE = "the outline";

    private final Map<String, Boolean> displays = new HashMap<>();
    private final Map<String, Boolean> sizes = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, String> listOfStyle = new HashMap<>();
    private final Map<String, Level[]> lists = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();

    private record Level(String format, String prefix, String suffix, int shown, int start) {}

    /**
     * How text looks.
     *
     * @param isDisplayed unless something in it says otherwise
     * @param isReadable whether its letters have a size that is meant to be read, unless something in it has one
     */
    record Look(boolean isDisplayed, boolean isReadable) {

        static final Look SEEN = new Look(true, true);

        boolean isHidden() {
            return !isDisplayed || !isReadable;
        }
    }

    static OdfStyles read(OfficeArchive document) throws IOException {
        OdfStyles styles = new OdfStyles();
        for (String entry : new String[] {"styles.xml", "content.xml"}) {
            Optional<Xml> content = document.xml(entry);
            if (content.isPresent()) {
                try (Xml xml = content.get()) {
                    styles.readAll(xml);
                }
            }
        }
        return styles;
    }

    private void readAll(Xml xml) throws IOException {
        String style = "";
        String list = "";
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.name()) {
                case "style" -> {
                    style = xml.attribute("name").orElse("");
                    String own = style;
                    forget(own);
                    xml.attribute("parent-style-name").ifPresent(parent -> parents.put(own, parent));
                    xml.attribute("list-style-name").ifPresent(name -> listOfStyle.put(own, name));
                }
                case "default-style" -> style = "";
                case "text-properties", "table-properties" -> look(xml, style);
                case "list-style" -> {
                    list = xml.attribute("name").orElse("");
                    style = "";
                }
                case "outline-style" -> {
                    list = OUTLINE;
                    style = "";
                }
                case "list-level-style-number", "outline-level-style" -> number(xml, list);
                // Everything that has a style stands behind the styles.
                case "body" -> {
                    return;
                }
                default -> {}
            }
        }
    }

    /** The styles of headers may have the names of others that the text uses; those come later. */
    private void forget(String style) {
        displays.remove(style);
        sizes.remove(style);
        parents.remove(style);
        listOfStyle.remove(style);
    }

    private void look(Xml xml, String style) {
        if (style.isEmpty()) {
            return;
        }
        xml.attribute("display")
                .ifPresent(display -> displays.put(style, !display.equals("none") && !display.equals("false")));
        // Letters of one point are not meant to be read, as in DOCX.
        xml.attribute("font-size").ifPresent(size -> sizes.put(style, !size.matches("(?:0?\\.\\d+|[01](?:\\.0+)?)pt")));
    }

    private void number(Xml xml, String list) {
        int level = Math.clamp(WordStyles.number(xml.attribute("level").orElse("1"), 1), 1, LEVELS);
        lists.computeIfAbsent(list, _ -> new Level[LEVELS + 1])[level] = new Level(
                xml.attribute("num-format").orElse(""),
                xml.attribute("num-prefix").orElse(""),
                xml.attribute("num-suffix").orElse(""),
                WordStyles.number(xml.attribute("display-levels").orElse("1"), 1),
                WordStyles.number(xml.attribute("start-value").orElse("1"), 1));
    }

    boolean isHidden(Optional<String> style) {
        return look(style, Look.SEEN).isHidden();
    }

    /** How text of this style looks within other text: what a style says holds more than what its parents say. */
    Look look(Optional<String> style, Look around) {
        return new Look(
                said(displays, style).orElse(around.isDisplayed()),
                said(sizes, style).orElse(around.isReadable()));
    }

    private Optional<Boolean> said(Map<String, Boolean> styles, Optional<String> style) {
        @Nullable String name = style.orElse(null);
        for (int i = 0; name != null && i < LEVELS; i++) {
            @Nullable Boolean said = styles.get(name);
            if (said != null) {
                return Optional.of(said);
            }
            name = parents.get(name);
        }
        return Optional.empty();
    }

    /** The style of lists that a paragraph's style asks for. */
    Optional<String> listOf(Optional<String> style) {
        return style.map(listOfStyle::get);
    }

    /** Begins a list anew. */
    void restart(String list) {
        counters.remove(list);
    }

    /** The number of the next paragraph at this level of a list, as printed; empty for a bullet. */
    String next(String list, int level) {
        Level[] levels = lists.get(list);
        int own = Math.clamp(level, 1, LEVELS);
        Level style = levels == null ? null : levels[own];
        if (levels == null || style == null || style.format().isEmpty()) {
            return "";
        }
        int[] counter = counters.computeIfAbsent(list, _ -> new int[LEVELS + 1]);
        counter[own] = counter[own] == 0 ? style.start() : counter[own] + 1;
        java.util.Arrays.fill(counter, own + 1, LEVELS + 1, 0);
        StringBuilder label = new StringBuilder();
        for (int i = Math.max(1, own - style.shown() + 1); i <= own; i++) {
            Level each = levels[i];
            if (each != null && !each.format().isEmpty()) {
                label.append(label.isEmpty() ? "" : ".").append(Numerals.write(Math.max(1, counter[i]), each.format()));
            }
        }
        return style.prefix() + label + style.suffix();
    }

    String nextHeading(int level) {
        return next(OUTLINE, level);
    }
}
