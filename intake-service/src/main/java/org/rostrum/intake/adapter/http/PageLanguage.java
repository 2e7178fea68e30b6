package org.rostrum.intake.adapter.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.LocalizedText;

/**
 * The language that a reader chose with {@code ?lang=}. It decides about the organiser's texts; the interface follows where
 * its words are translated.
 *
 * @param tag BCP 47, such as ar
 */
public record PageLanguage(String tag) {
    /** Languages with a {@code messages/msg_*.properties}; English is in {@link Messages} itself. */
    private static final Set<String> INTERFACE = Set.of("en");

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");
    private static final List<String> USUAL = List.of("en", "fr", "es", "ar", "zh", "ru");

    static PageLanguage chosen(@Nullable String lang) {
        return new PageLanguage(lang != null && lang.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?") ? lang : "en");
    }

    /** Language of the interface. */
    public String interfaceTag() {
        return INTERFACE.contains(tag) ? tag : "en";
    }

    public String dir() {
        return direction(interfaceTag());
    }

    static String direction(String tag) {
        return RIGHT_TO_LEFT.contains(tag.split("-", 2)[0]) ? "rtl" : "ltr";
    }

    /**
     * One of the organiser's texts as it is shown.
     *
     * @param unofficial whether it is a translation without authority
     */
    public record Text(String words, String lang, String dir, boolean unofficial) {}

    Text text(ConsultationDefinition definition, LocalizedText text) {
        var shown = text.languageShownFor(tag);
        return new Text(text.in(tag), shown, direction(shown), definition.isUnofficial(shown));
    }

    /** A language to choose, by its own name. */
    public record Choice(String tag, String name, boolean current) {}

    List<Choice> choices(List<String> offered) {
        return offered.stream().map(this::choice).toList();
    }

    List<Choice> usualChoices() {
        return choices(USUAL);
    }

    private Choice choice(String offered) {
        var locale = Locale.forLanguageTag(offered);
        return new Choice(offered, locale.getDisplayLanguage(locale), offered.equals(tag));
    }
}
