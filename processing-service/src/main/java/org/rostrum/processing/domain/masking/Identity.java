package org.rostrum.processing.domain.masking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    private static final int SHORTEST_NAME_PART = 3;

    /** Whole names, and each part of a name that is a name by itself: of "Ana Maria de la Cruz" not "de" and "la". */
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
        Stream.of(givenName, familyName).forEach(name -> {
            if (name != null) {
                names.add(name);
                names.addAll(parts(name));
            }
        });
        return longestFirst(names);
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

    private static List<String> parts(String name) {
        return Arrays.stream(name.strip().split("[\\s\\p{Pd}]+"))
                .filter(part -> part.length() >= SHORTEST_NAME_PART && !Character.isLowerCase(part.codePointAt(0)))
                .toList();
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
