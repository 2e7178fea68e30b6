package org.rostrum.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundles as they lie in the repository: complete, with the same placeholders, really translated. */
class MessagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{3,}");
    /** Words that have no other form: names of formats, units, this product, examples. */
    private static final Set<String> ANYWHERE = Set.of(
            "Rostrum",
            "API",
            "JSON",
            "PDF",
            "DOCX",
            "DOC",
            "ODT",
            "RTF",
            "HTML",
            "Markdown",
            "XLSX",
            "ODS",
            "CSV",
            "EML",
            "MSG",
            "PNG",
            "JPEG",
            "TIFF",
            "ZIP",
            "SHA",
            "name",
            "example",
            "org");

    private static final List<Class<?>> BUNDLES = List.of(
            Messages.class,
            FormMessages.class,
            StatusMessages.class,
            AfterMessages.class,
            RoundMessages.class,
            ChallengeMessages.class,
            ProblemMessages.class);

    private static String name(Class<?> bundle) {
        return bundle.equals(Messages.class)
                ? "msg"
                : bundle.getAnnotation(MessageBundle.class).value();
    }

    /** The English words stand in a file, or beside the methods. */
    private static Map<String, String> english(Class<?> bundle) {
        return Files.exists(file(bundle, "en"))
                ? words(bundle, "en")
                : Arrays.stream(bundle.getDeclaredMethods())
                        .collect(Collectors.toMap(
                                Method::getName,
                                method -> method.getAnnotation(Message.class).value(),
                                (a, b) -> a,
                                TreeMap::new));
    }

    private static Path file(Class<?> bundle, String language) {
        return FOLDER.resolve(name(bundle) + "_" + language + ".properties");
    }

    private static Map<String, String> words(Class<?> bundle, String language) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file(bundle, language))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var words = new TreeMap<String, String>();
        properties.forEach((key, value) -> words.put((String) key, (String) value));
        return words;
    }

    static Stream<Arguments> translations() {
        return BUNDLES.stream()
                .flatMap(
                        bundle -> Stream.of("fr", "es", "ar", "zh", "ru").map(language -> arguments(bundle, language)));
    }

    static Stream<Arguments> otherScripts() {
        return translations().filter(each -> Set.of("ar", "zh", "ru").contains(each.get()[1]));
    }

    private static Set<String> placeholders(String message) {
        return PLACEHOLDER
                .matcher(message)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @FieldSource("BUNDLES")
    void english_has_a_message_for_every_method_with_its_parameters(Class<?> bundle) {
        var english = english(bundle);

        assertThat(english.keySet())
                .isEqualTo(Arrays.stream(bundle.getDeclaredMethods())
                        .map(Method::getName)
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(bundle.getDeclaredMethods())
                .allSatisfy(method -> assertThat(placeholders(english.getOrDefault(method.getName(), "")))
                        .as(method.getName())
                        .isEqualTo(Arrays.stream(method.getParameters())
                                .map(Parameter::getName)
                                .collect(Collectors.toCollection(TreeSet::new))));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void every_language_has_every_key_with_the_same_placeholders(Class<?> bundle, String language) {
        var english = english(bundle);
        var other = words(bundle, language);

        assertThat(other.keySet()).isEqualTo(english.keySet());
        assertThat(other).allSatisfy((key, message) -> {
            assertThat(message).as(key).isNotBlank();
            assertThat(placeholders(message)).as(key).isEqualTo(placeholders(english.getOrDefault(key, "")));
        });
    }

    @ParameterizedTest
    @MethodSource("otherScripts")
    void no_english_is_left_in_the_other_scripts(Class<?> bundle, String language) {
        assertThat(words(bundle, language))
                .allSatisfy((key, message) ->
                        assertThat(latinWords(message)).as(key).isSubsetOf(ANYWHERE));
    }

    /** A sentence that is the same in two languages was not translated; short words may be. */
    @ParameterizedTest
    @MethodSource("translations")
    void no_sentence_was_left_in_english(Class<?> bundle, String language) {
        var english = english(bundle);

        assertThat(words(bundle, language))
                .allSatisfy((key, message) -> assertThat(message.length() > 40 && message.equals(english.get(key)))
                        .as(key + ": " + message)
                        .isFalse());
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
        var bundle = language.equals("en") ? english(Messages.class) : words(Messages.class, language);
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
