package org.rostrum.intake.adapter.http;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.LocalizedText;

/**
 * The language in which a page is read: chosen with {@code ?lang=}, else the browser's. It decides about the organiser's
 * texts; the interface follows where its words are translated. No cookie is needed: every link carries the choice on.
 *
 * @param tag BCP 47, such as ar
 */
public record PageLanguage(String tag) {
    /** Languages of the interface: each has a {@code messages/msg_*.properties}. */
    static final List<String> INTERFACE = List.of("en", "fr", "es", "ar", "zh", "ru");

    private static final List<String> RIGHT_TO_LEFT = List.of("ar", "fa", "he", "ur");

    static PageLanguage chosen(@Nullable String lang) {
        return new PageLanguage(lang != null && isTag(lang) ? lang : "en");
    }

    /** What the address says, else the first of the browser's languages that the interface has. */
    static PageLanguage chosen(@Nullable String lang, HttpHeaders headers) {
        return lang != null && isTag(lang) ? new PageLanguage(lang) : accepted(headers.getAcceptableLanguages());
    }

    static PageLanguage accepted(List<Locale> languages) {
        return languages.stream()
                .map(Locale::getLanguage)
                .filter(INTERFACE::contains)
                .findFirst()
                .map(PageLanguage::new)
                .orElse(new PageLanguage("en"));
    }

    private static boolean isTag(String lang) {
        return lang.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?");
    }

    /** Language of the interface. */
    public String interfaceTag() {
        return Optional.of(base(tag)).filter(INTERFACE::contains).orElse("en");
    }

    private static String base(String tag) {
        return tag.split("-", 2)[0];
    }

    public String dir() {
        return direction(interfaceTag());
    }

    static String direction(String tag) {
        return RIGHT_TO_LEFT.contains(base(tag)) ? "rtl" : "ltr";
    }

    /** The words of every page, in the interface's language; each other bundle holds those of some pages. */
    Messages messages() {
        return bundle(Messages.class);
    }

    FormMessages formMessages() {
        return bundle(FormMessages.class);
    }

    StatusMessages statusMessages() {
        return bundle(StatusMessages.class);
    }

    AfterMessages afterMessages() {
        return bundle(AfterMessages.class);
    }

    RoundMessages roundMessages() {
        return bundle(RoundMessages.class);
    }

    ProblemMessages problemMessages() {
        return bundle(ProblemMessages.class);
    }

    ChallengeMessages challengeMessages() {
        return bundle(ChallengeMessages.class);
    }

    private <T> T bundle(Class<T> bundle) {
        return interfaceTag().equals("en")
                ? MessageBundles.get(bundle)
                : MessageBundles.get(bundle, Localized.Literal.of(interfaceTag()));
    }

    /** Dates, numbers and sizes in the interface's language. */
    LocalWords words() {
        return new LocalWords(interfaceTag(), messages());
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

    /** The language that the organiser's texts are shown in instead of this one; empty if they exist in it. */
    Optional<String> shownInstead(ConsultationDefinition definition) {
        var shown = definition.title().languageShownFor(tag);
        return base(shown).equals(base(tag)) ? Optional.empty() : Optional.of(nameOf(shown));
    }

    private String nameOf(String other) {
        return Locale.forLanguageTag(other).getDisplayLanguage(Locale.forLanguageTag(interfaceTag()));
    }

    /** A language to choose, by its own name. */
    public record Choice(String tag, String name, boolean current) {}

    /** The interface's languages, then what else the organiser's texts exist in. */
    List<Choice> choices(List<String> offered) {
        var tags = new LinkedHashSet<>(INTERFACE);
        tags.addAll(offered);
        return tags.stream().map(this::choice).toList();
    }

    List<Choice> usualChoices() {
        return choices(List.of());
    }

    private Choice choice(String offered) {
        var locale = Locale.forLanguageTag(offered);
        var name = locale.getDisplayLanguage(locale);
        return new Choice(offered, name.substring(0, 1).toUpperCase(locale) + name.substring(1), offered.equals(tag));
    }
}
