package org.rostrum.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundles as they lie in the repository: complete, with the same placeholders, really translated. */
class MessagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{3,}");
    /** Words that have no other form: names of formats, units, this product, examples. */
    private static final Set<String> ANYWHERE =
            Set.of("Rostrum", "API", "JSON", "PDF", "DOCX", "ODT", "RTF", "HTML", "SHA", "name", "example", "org");

    private static Map<String, String> bundle(String language) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve("msg_" + language + ".properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var bundle = new TreeMap<String, String>();
        properties.forEach((key, value) -> bundle.put((String) key, (String) value));
        return bundle;
    }

    private static Set<String> placeholders(String message) {
        return PLACEHOLDER
                .matcher(message)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void english_has_a_message_for_every_method_with_its_parameters() {
        var english = bundle("en");

        assertThat(english.keySet())
                .isEqualTo(Arrays.stream(Messages.class.getDeclaredMethods())
                        .map(Method::getName)
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(Messages.class.getDeclaredMethods())
                .allSatisfy(method -> assertThat(placeholders(english.getOrDefault(method.getName(), "")))
                        .as(method.getName())
                        .isEqualTo(Arrays.stream(method.getParameters())
                                .map(Parameter::getName)
                                .collect(Collectors.toCollection(TreeSet::new))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "es", "ar", "zh", "ru"})
    void every_language_has_every_key_with_the_same_placeholders(String language) {
        var english = bundle("en");
        var other = bundle(language);

        assertThat(other.keySet()).isEqualTo(english.keySet());
        assertThat(other).allSatisfy((key, message) -> {
            assertThat(message).as(key).isNotBlank();
            assertThat(placeholders(message)).as(key).isEqualTo(placeholders(english.getOrDefault(key, "")));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "zh", "ru"})
    void no_english_is_left_in_the_other_scripts(String language) {
        assertThat(bundle(language))
                .allSatisfy((key, message) ->
                        assertThat(latinWords(message)).as(key).isSubsetOf(ANYWHERE));
    }

    private static Set<String> latinWords(String message) {
        var words = withoutPluralNames(PLACEHOLDER.matcher(message).replaceAll(""));
        return LATIN_WORD.matcher(words).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    private static String withoutPluralNames(String message) {
        return message.replaceAll("(zero|one|two|few|many|other):", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ar", "zh", "ru"})
    void plurals_have_every_form_that_their_language_needs(String language) {
        var bundle = bundle(language);
        var needed = java.util.stream.LongStream.rangeClosed(0, 120)
                .mapToObj(n -> Plurals.category(language, n))
                .collect(Collectors.toSet());

        for (var key : List.of("days", "hours", "minutes")) {
            var forms = Arrays.stream(bundle.getOrDefault(key, "").split("\\|", -1))
                    .map(form -> form.substring(0, form.indexOf(':')))
                    .collect(Collectors.toSet());
            assertThat(forms).as(key).containsAll(needed);
        }
    }
}
