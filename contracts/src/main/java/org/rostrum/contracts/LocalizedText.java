package org.rostrum.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/** One text in one or more languages, keyed by BCP 47 tag; the first is the organiser's own, the others translate it. */
public record LocalizedText(@JsonValue SequencedMap<String, String> byLanguage) {
    public LocalizedText {
        byLanguage = new LinkedHashMap<>(byLanguage);
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("a text needs at least one language, such as { en: ... }");
        }
        byLanguage.forEach((language, text) -> {
            if (!language.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*") || text.isBlank()) {
                throw new IllegalArgumentException("a text needs a language tag such as en, and words");
            }
        });
    }

    /** A map as YAML and JSON give it, or the plain string that stands for an English text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LocalizedText of(Object given) {
        return switch (given) {
            case String text -> english(text);
            case Map<?, ?> map -> {
                var texts = new LinkedHashMap<String, String>();
                map.forEach((language, text) -> texts.put(String.valueOf(language), String.valueOf(text)));
                yield new LocalizedText(texts);
            }
            default -> throw new IllegalArgumentException("a text is a string or a map of language to string");
        };
    }

    public static LocalizedText english(String text) {
        return new LocalizedText(new LinkedHashMap<>(Map.of("en", text)));
    }

    /** The text in that language, else in its base language, else in English, else the organiser's own. */
    public String in(String language) {
        return Objects.requireNonNull(byLanguage.get(languageShownFor(language)));
    }

    /** The language in which {@link #in} answers. */
    public String languageShownFor(String language) {
        var base = language.split("-", 2)[0];
        if (byLanguage.containsKey(language)) {
            return language;
        }
        if (byLanguage.containsKey(base)) {
            return base;
        }
        return byLanguage.containsKey("en") ? "en" : byLanguage.firstEntry().getKey();
    }
}
