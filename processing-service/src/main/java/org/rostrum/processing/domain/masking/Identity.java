package org.rostrum.processing.domain.masking;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who must not be recognised in an anonymous contribution. */
public record Identity(
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String organisation,
        @Nullable String onBehalfOf,
        @Nullable String country) {
    private static final List<Locale> INTERFACE_LANGUAGES =
            Stream.of("en", "fr", "es", "ar", "zh", "ru").map(Locale::of).toList();
    private static final Set<String> COUNTRY_CODES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final Set<UnicodeScript> WITH_CAPITALS =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC, UnicodeScript.ARMENIAN);
    private static final int SHORTEST_NAME_PART = 3;

    /** Whole names, and names of one word where script has no capitals to tell them from others: hidden in any case. */
    List<String> names() {
        var names = new LinkedHashSet<String>();
        if (givenName != null && familyName != null) {
            names.addAll(List.of(
                    givenName + " " + familyName,
                    familyName + " " + givenName,
                    familyName + ", " + givenName,
                    givenName + familyName,
                    familyName + givenName));
        }
        wholeAndByPart().filter(name -> !mayBeAWord(name)).forEach(names::add);
        return longestFirst(names);
    }

    /** Names that may be words as well, such as "Will": hidden where they are capitalised, and never if very short. */
    List<String> capitalisedNames() {
        return longestFirst(wholeAndByPart()
                .filter(name -> mayBeAWord(name) && !isShort(name))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** Words of the whole name, of which two next to each other are no accident. */
    List<String> neighbours() {
        return longestFirst(
                words().filter(word -> mayBeAWord(word) && !isShort(word)).toList());
    }

    /** The same with very short ones, which are accidents without a capital: "An", "Ng". */
    List<String> capitalisedNeighbours() {
        return longestFirst(words().filter(Identity::mayBeAWord).toList());
    }

    private Stream<String> wholeAndByPart() {
        return Stream.concat(given(), words().filter(word -> word.length() >= SHORTEST_NAME_PART));
    }

    private Stream<String> given() {
        return Stream.concat(Stream.ofNullable(givenName), Stream.ofNullable(familyName));
    }

    /** Each word that is a name by itself: of "Ana Maria de la Cruz" not "de" and "la". */
    private Stream<String> words() {
        return given().flatMap(name -> Arrays.stream(name.strip().split("[\\s\\p{Pd}]+")))
                .filter(word -> !word.isEmpty() && !(hasCase(word) && Character.isLowerCase(word.codePointAt(0))));
    }

    private static boolean mayBeAWord(String name) {
        return hasCase(name) && FoldedText.fold(name).indexOf(' ') < 0;
    }

    /** Of the scripts with capitals those in which names carry one; Georgian names do not. */
    private static boolean hasCase(String name) {
        return FoldedText.fold(name).codePoints().mapToObj(UnicodeScript::of).anyMatch(WITH_CAPITALS::contains);
    }

    private static boolean isShort(String name) {
        var letters = FoldedText.fold(name)
                .codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .toList();
        return letters.size() < SHORTEST_NAME_PART && letters.stream().allMatch(UnicodeScript.LATIN::equals);
    }

    List<String> organisations() {
        var organisations = new ArrayList<String>();
        Stream.of(organisation, onBehalfOf).forEach(name -> {
            if (name != null) {
                organisations.add(name);
            }
        });
        return longestFirst(organisations);
    }

    /** The country as it was given, and its names in the languages of the interface. */
    List<String> countries() {
        if (country == null || country.isBlank()) {
            return List.of();
        }
        var names = new LinkedHashSet<String>();
        codeOf(country)
                .forEach(code -> INTERFACE_LANGUAGES.forEach(
                        language -> names.add(Locale.of("", code).getDisplayCountry(language))));
        if (!isCode(country)) {
            names.add(country);
        }
        return longestFirst(names);
    }

    /** Two-letter codes, which count only in capitals: "it" and "in" are words. */
    List<String> countryCodes() {
        return country == null ? List.of() : codeOf(country).toList();
    }

    private static Stream<String> codeOf(String country) {
        var given = FoldedText.fold(country);
        return COUNTRY_CODES.stream()
                .filter(code -> code.equalsIgnoreCase(country.strip())
                        || INTERFACE_LANGUAGES.stream()
                                .anyMatch(language -> FoldedText.fold(
                                                Locale.of("", code).getDisplayCountry(language))
                                        .equals(given)));
    }

    private static boolean isCode(String country) {
        return country.strip().length() == 2
                && COUNTRY_CODES.contains(country.strip().toUpperCase(Locale.ROOT));
    }

    private static List<String> longestFirst(Collection<String> texts) {
        return texts.stream()
                .filter(text -> !text.isBlank())
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .toList();
    }

    @Override
    public String toString() {
        return "Identity[not shown]";
    }
}
