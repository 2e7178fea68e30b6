package org.rostrum.intake.running;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** English that is left on a page in another script. */
final class EnglishWords {
    private static final Pattern MARKED =
            Pattern.compile("(?s)<(\\w+)[^>]* lang=\"en\"[^>]*>.*?</\\1>|<(script|bdi|code)[^>]*>.*?</\\2>");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{4,}");
    /** Names, formats, zones and what the tests typed. */
    private static final Set<String> SAME_EVERYWHERE = Set.of(
            "Rostrum",
            "JSON",
            "DOCX",
            "HTML",
            "Markdown",
            "XLSX",
            "JPEG",
            "TIFF",
            "Europe",
            "Zurich",
            "Asia",
            "Kathmandu",
            "English",
            "Français",
            "Español",
            "Fran",
            "Espa",
            "name",
            "example",
            "https",
            "http",
            "IPv6",
            "broadband",
            "position",
            "Council",
            "insiders",
            "past",
            "first",
            "localhost",
            "submissions");

    /** References; names of keys, and digests, in whose digits a word may be seen ("decade"). */
    private static final String NUMBERS = "[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}|\\b[0-9a-f]{16,}\\b";

    private EnglishWords() {}

    /** All but what is marked as English, names of formats and zones, and what the tests typed. */
    static Set<String> shownOn(String page) {
        var shown = MARKED.matcher(page.substring(page.indexOf("<body>")))
                .replaceAll(" ")
                .replaceAll("(?s)<(option|li)[^>]*>[^<]*</\\1>", " ");
        return WORD.matcher(shown.replaceAll("(?s)<[^>]*>", " ").replaceAll(NUMBERS + "|https?://\\S+", " "))
                .results()
                .map(found -> found.group())
                .filter(word -> !SAME_EVERYWHERE.contains(word))
                .collect(Collectors.toSet());
    }
}
