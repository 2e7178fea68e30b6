package org.rostrum.platform.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StylesheetTest {
    private static final Path CSS = Path.of("src/main/resources/META-INF/resources/assets/rostrum.css");
    private static final Path README = Path.of("README.md");
    private static final Pattern CLASS_ATTRIBUTE = Pattern.compile("class=\"([^\"]+)\"");
    private static final Pattern SELECTOR = Pattern.compile("\\.(r-[a-z0-9_-]+)");
    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");
    /** WCAG 2.2, 1.4.3 and 1.4.11. */
    private static final double AA_TEXT = 4.5;

    private static final double AA_SHAPE = 3;

    @Test
    void documents_only_classes_that_exist() throws IOException {
        Set<String> documented = CLASS_ATTRIBUTE
                .matcher(Files.readString(README))
                .results()
                .flatMap(match -> Pattern.compile(" ").splitAsStream(match.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented).hasSizeGreaterThan(50).isSubsetOf(classes());
    }

    @Test
    void documents_every_class_that_exists() throws IOException {
        String readme = Files.readString(README);

        assertThat(classes())
                .allSatisfy(name -> assertThat(readme).contains(name.substring(Math.max(0, name.indexOf("--")))));
    }

    @Test
    void knows_neither_left_nor_right() throws IOException {
        assertThat(Files.readString(CSS))
                .doesNotContainPattern("(margin|padding|border|inset)-(left|right)")
                .doesNotContainPattern("(text-align|float): (left|right)");
    }

    @ParameterizedTest
    @CsvSource({
        "ink, paper",
        "ink, surface",
        "ink, sunken",
        "ink, brand-wash",
        "ink, mark",
        "ink-soft, paper",
        "ink-soft, surface",
        "ink-soft, sunken",
        "link, paper",
        "link, surface",
        "link, sunken",
        "link-visited, paper",
        "link-visited, surface",
        "on-brand, brand",
        "on-brand, brand-deep",
        "brand, surface",
        "brand-deep, brand-wash",
        "good, good-wash",
        "bad, bad-wash",
        "bad, surface",
        "bad, paper",
        "warn, warn-wash",
        "note, note-wash",
        "focus-ink, focus"
    })
    void is_readable_in_light_and_dark(String text, String ground) throws IOException {
        assertThat(contrast(light(), text, ground)).as("light").isGreaterThanOrEqualTo(AA_TEXT);
        assertThat(contrast(dark(), text, ground)).as("dark").isGreaterThanOrEqualTo(AA_TEXT);
    }

    @ParameterizedTest
    @CsvSource({"line-strong, surface", "line-strong, paper", "brand, paper", "accent, surface"})
    void has_visible_edges_in_light_and_dark(String edge, String ground) throws IOException {
        assertThat(contrast(light(), edge, ground)).as("light").isGreaterThanOrEqualTo(AA_SHAPE);
        assertThat(contrast(dark(), edge, ground)).as("dark").isGreaterThanOrEqualTo(AA_SHAPE);
    }

    private static Set<String> classes() throws IOException {
        return SELECTOR.matcher(Files.readString(CSS))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> light() throws IOException {
        String css = Files.readString(CSS);
        return tokens(css.substring(0, css.indexOf("@media")));
    }

    private static Map<String, String> dark() throws IOException {
        String css = Files.readString(CSS);
        Map<String, String> tokens = light();
        tokens.putAll(tokens(css.substring(css.indexOf("@media"), css.indexOf("Base ---"))));
        return tokens;
    }

    private static Map<String, String> tokens(String css) {
        return TOKEN.matcher(css)
                .results()
                .collect(Collectors.toMap(
                        match -> match.group(1), match -> match.group(2), (first, second) -> second, TreeMap::new));
    }

    private static double contrast(Map<String, String> tokens, String one, String other) {
        double first = luminance(colour(tokens, one));
        double second = luminance(colour(tokens, other));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static String colour(Map<String, String> tokens, String name) {
        String colour = tokens.get(name);
        if (colour == null) {
            throw new AssertionError("There is no colour " + name);
        }
        return colour;
    }

    private static double luminance(String colour) {
        double[] channels = Pattern.compile("[0-9a-f]{2}")
                .matcher(colour)
                .results()
                .map(MatchResult::group)
                .mapToDouble(hex -> linear(Integer.parseInt(hex, 16) / 255.0))
                .toArray();
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2];
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
