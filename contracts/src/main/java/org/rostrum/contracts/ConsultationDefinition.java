package org.rostrum.contracts;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A whole consultation as its organiser defines it, in YAML or JSON.
 *
 * @param id its stable name
 * @param title its title
 * @param organiser who asks
 * @param reference the organiser's own number for it, such as {@code CL-24/14}
 * @param contact address for questions about it
 * @param zone IANA time zone in which its dates are meant
 * @param languages languages of the organiser's own texts (BCP 47)
 * @param unofficialLanguages languages whose texts are translations without authority, and are marked so
 * @param stakeholderGroups groups that respondents choose from
 * @param publication what the organiser announced about publication
 * @param documentNumbering pattern of official document numbers, with {@code {n}}
 * @param themes subjects of the whole process
 * @param rounds its rounds, in order of time
 */
public record ConsultationDefinition(
        ConsultationId id,
        LocalizedText title,
        LocalizedText organiser,
        @Nullable String reference,
        @Nullable String contact,
        ZoneId zone,
        List<String> languages,
        List<String> unofficialLanguages,
        List<LocalizedText> stakeholderGroups,
        @Nullable LocalizedText publication,
        @Nullable String documentNumbering,
        List<LocalizedText> themes,
        List<Round> rounds) {

    public ConsultationDefinition {
        languages = languages == null || languages.isEmpty() ? List.of("en") : List.copyOf(languages);
        unofficialLanguages = Absent.list(unofficialLanguages);
        stakeholderGroups = Absent.list(stakeholderGroups);
        themes = Absent.list(themes);
        rounds = shareInstruments(Absent.list(rounds));
        requireUniqueRounds(rounds);
        rounds.forEach(ConsultationDefinition::requireUniqueItems);
        for (var round : rounds) {
            requireOrder(round, zone);
        }
    }

    public Optional<Round> round(RoundId roundId) {
        return rounds.stream().filter(round -> round.id().equals(roundId)).findFirst();
    }

    /** The same consultation with these rounds instead. */
    public ConsultationDefinition withRounds(List<Round> others) {
        return new ConsultationDefinition(
                id,
                title,
                organiser,
                reference,
                contact,
                zone,
                languages,
                unofficialLanguages,
                stakeholderGroups,
                publication,
                documentNumbering,
                themes,
                others);
    }

    /** The same consultation with that round in place of the one of its id. */
    public ConsultationDefinition withRound(Round changed) {
        return withRounds(rounds.stream()
                .map(round -> round.id().equals(changed.id()) ? changed : round)
                .toList());
    }

    /** Every language in which at least the title exists, the organiser's own first. */
    public List<String> offeredLanguages() {
        return List.copyOf(title.byLanguage().keySet());
    }

    public boolean isUnofficial(String language) {
        return unofficialLanguages.contains(language);
    }

    private static List<Round> shareInstruments(List<Round> rounds) {
        return rounds.stream().map(round -> withSharedInstrument(round, rounds)).toList();
    }

    private static Round withSharedInstrument(Round round, List<Round> rounds) {
        var other = round.instrumentOf();
        if (other == null) {
            return round;
        }
        return rounds.stream()
                .filter(candidate -> candidate.id().equals(other))
                .findFirst()
                .map(source -> round.withInstrument(source.instrument()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "round " + round.id() + " shares the instrument of " + other + ", which does not exist"));
    }

    private static void requireUniqueRounds(List<Round> rounds) {
        var seen = new HashSet<RoundId>();
        for (var round : rounds) {
            if (!seen.add(round.id())) {
                throw new IllegalArgumentException("two rounds are called " + round.id());
            }
        }
    }

    private static void requireUniqueItems(Round round) {
        var seen = new HashSet<ItemNumber>();
        round.items().forEach(item -> {
            if (!seen.add(item.number())) {
                throw new IllegalArgumentException(
                        "two items of round " + round.id() + " have number " + item.number());
            }
        });
    }

    private static void requireOrder(Round round, ZoneId zone) {
        round.closesAt(zone)
                .filter(closing -> !closing.isAfter(round.opensAt(zone)))
                .ifPresent(closing -> {
                    throw new IllegalArgumentException("round " + round.id() + " closes before it opens");
                });
    }
}
