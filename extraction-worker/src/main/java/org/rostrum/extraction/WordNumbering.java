package org.rostrum.extraction;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.WordStyles.ListPlace;

/** Counts the numbered paragraphs of a DOCX, whose numbers stand nowhere in its text (ECMA-376 part 1, 17.9). */
final class WordNumbering {

    private static final int LEVELS = 9;
    private static final Pattern PLACE = Pattern.compile("%([1-9])");

    private final Map<String, Level[]> lists = new HashMap<>();
    private final Map<String, String> listOfNumber = new HashMap<>();
    private final Map<String, Map<Integer, Integer>> restarts = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();
    private final Set<String> restarted = new HashSet<>();

    private static final class Level {
        private int start = 1;
        private String format = "decimal";
        private String text = "";
    }

    static WordNumbering read(Optional<Xml> content) throws IOException {
        WordNumbering numbering = new WordNumbering();
        if (content.isPresent()) {
            try (Xml xml = content.get()) {
                numbering.readAll(xml);
            }
        }
        return numbering;
    }

    private void readAll(Xml xml) throws IOException {
        Level[] levels = levels();
        Level level = levels[0];
        String number = "";
        int overridden = 0;
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String value = xml.attribute("val").orElse("");
            switch (xml.name()) {
                case "abstractNum" -> {
                    levels = levels();
                    lists.put(xml.attribute("abstractNumId").orElse(""), levels);
                }
                case "lvl" -> level = levels[levelOf(xml)];
                case "start" -> level.start = WordStyles.number(value, 1);
                case "numFmt" -> level.format = value;
                case "lvlText" -> level.text = value;
                case "num" -> {
                    number = xml.attribute("numId").orElse("");
                    // A level that a number redefines for itself must not change the list that others use.
                    levels = levels();
                    level = levels[0];
                }
                case "abstractNumId" -> listOfNumber.put(number, value);
                case "lvlOverride" -> overridden = levelOf(xml);
                case "startOverride" ->
                    restarts.computeIfAbsent(number, _ -> new HashMap<>()).put(overridden, WordStyles.number(value, 1));
                default -> {}
            }
        }
    }

    private static int levelOf(Xml xml) {
        return Math.min(LEVELS - 1, WordStyles.number(xml.attribute("ilvl").orElse("0"), 0));
    }

    private static Level[] levels() {
        Level[] levels = new Level[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            levels[i] = new Level();
        }
        return levels;
    }

    /** Counts a paragraph of a list: its number as printed, empty for a bullet; nothing if there is no such list. */
    Optional<String> next(ListPlace place) {
        String list = listOfNumber.get(place.list());
        Level[] levels = list == null ? null : lists.get(list);
        if (list == null || levels == null) {
            return Optional.empty();
        }
        int level = Math.min(LEVELS - 1, place.level());
        int[] counter = counters.computeIfAbsent(list, _ -> new int[LEVELS]);
        restart(place.list(), level, counter);
        for (int above = 0; above < level; above++) {
            counter[above] = Math.max(counter[above], levels[above].start);
        }
        counter[level] = counter[level] == 0 ? levels[level].start : counter[level] + 1;
        for (int below = level + 1; below < LEVELS; below++) {
            counter[below] = 0;
        }
        return Optional.of(label(levels, level, counter));
    }

    private void restart(String number, int level, int[] counter) {
        Integer start = restarts.getOrDefault(number, Map.of()).get(level);
        if (start != null && restarted.add(number + ":" + level)) {
            counter[level] = start - 1;
            if (start == 1) {
                counter[level] = 0;
            }
        }
    }

    private static String label(@Nullable Level[] levels, int level, int[] counter) {
        Level own = levels[level];
        if (own == null || own.format.equals("bullet") || own.format.equals("none")) {
            return "";
        }
        return PLACE.matcher(own.text).replaceAll(place -> {
            int shown = Integer.parseInt(place.group(1)) - 1;
            Level of = levels[shown];
            return java.util.regex.Matcher.quoteReplacement(
                    of == null ? "" : Numerals.write(Math.max(1, counter[shown]), of.format));
        });
    }
}
