package org.rostrum.processing.domain.duplicates;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.SubmissionManifest.Respondent;

/**
 * What a text may say of who sent it: the blanks of a template that everybody fills in their own way.
 *
 * @param words each of which may stand alone: of the person's name
 * @param phrases which count as a whole only: organisations and countries
 */
public record Names(Set<String> words, List<List<String>> phrases) {
    public static final Names NONE = new Names(Set.of(), List.of());

    public Names {
        words = Set.copyOf(words);
        phrases = List.copyOf(phrases);
    }

    public static Names of(Respondent respondent, @Nullable String onBehalfOf) {
        var words = new HashSet<String>();
        Stream.of(respondent.givenName(), respondent.familyName()).forEach(name -> words.addAll(wordsOf(name)));
        var phrases = new ArrayList<List<String>>();
        Stream.of(respondent.organisation(), onBehalfOf, respondent.country(), countryName(respondent.country()))
                .map(Names::wordsOf)
                .filter(phrase -> !phrase.isEmpty())
                .forEach(phrases::add);
        return new Names(words, phrases);
    }

    private static @Nullable String countryName(@Nullable String country) {
        return country == null || country.length() != 2
                ? null
                : Locale.of("", country).getDisplayCountry(Locale.ENGLISH);
    }

    private static List<String> wordsOf(@Nullable String name) {
        return name == null ? List.of() : Slotted.words(name);
    }

    @Override
    public String toString() {
        return "Names[not shown]";
    }
}
