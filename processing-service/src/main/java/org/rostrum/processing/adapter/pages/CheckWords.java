package org.rostrum.processing.adapter.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rostrum.processing.adapter.pages.KeyPassageSheet.Check;
import org.rostrum.processing.adapter.pages.KeyPassageSheet.Kind;
import org.rostrum.processing.domain.keypassages.Representation;
import org.rostrum.processing.domain.keypassages.Trait;
import org.rostrum.processing.usecase.KeyPassagesView;

/** How the quotes compare with everybody, in words. */
record CheckWords(KeyPassagesView view) {
    /** Of countries there may be two hundred; the rare ones are said in one line. */
    private static final int ROWS = 8;

    static List<Check> of(KeyPassagesView view) {
        var words = new CheckWords(view);
        return view.quotes().isEmpty()
                ? List.of()
                : view.checks().stream().map(words::check).toList();
    }

    /** Countries arrive as codes; people read names. */
    static String country(String code) {
        return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code)
                ? Locale.of("", code).getDisplayCountry(Locale.ENGLISH)
                : code;
    }

    private Check check(Representation check) {
        var shown = new ArrayList<Kind>();
        int more = 0;
        for (var kind : check.kinds()) {
            if (shown.size() < ROWS || kind.chosen() > 0 || kind.isMissing()) {
                shown.add(kind(check.trait(), kind));
            } else {
                more++;
            }
        }
        return new Check(
                check.trait().name().toLowerCase(Locale.ROOT),
                title(check.trait()),
                column(check.trait()),
                distance(check),
                check.missing().stream()
                        .map(kind -> missing(check.trait(), kind))
                        .toList(),
                List.copyOf(shown),
                more == 0 ? null : "And " + more + " more that are rarer, none of them chosen.");
    }

    private static String distance(Representation check) {
        var off = Numbers.percent(check.distance());
        var byLot = Numbers.percent(check.byChance());
        return "%s of the passages would have to be others for the shares to be those of all. Drawn by lot, %s %s would be off by %s on average."
                .formatted(off, check.chosen(), check.chosen() == 1 ? "respondent" : "respondents", byLot);
    }

    private String missing(Trait trait, Representation.Kind kind) {
        var share = Numbers.percent(kind.share());
        return switch (trait) {
            case GROUP, COUNTRY ->
                kind.value().isEmpty()
                        ? "No passage from those who did not say, though they are " + share + " of all who answered."
                        : "No passage from " + name(trait, kind.value()) + ", though they are " + share
                                + " of all who answered.";
            case LANGUAGE ->
                "No passage in " + name(trait, kind.value()) + ", though " + share
                        + " of all who answered wrote in it.";
            case POSITION ->
                "No passage like those about " + name(trait, kind.value()) + ", though " + share
                        + " of those who were read say such.";
        };
    }

    private Kind kind(Trait trait, Representation.Kind kind) {
        return new Kind(
                name(trait, kind.value()),
                !kind.value().isEmpty(),
                Numbers.grouped(kind.respondents()),
                Numbers.percent(kind.share()),
                kind.chosen(),
                Numbers.percent(kind.shareChosen()),
                kind.isMissing());
    }

    private String name(Trait trait, String value) {
        if (trait == Trait.POSITION) {
            var name = view.positions().get(Integer.parseInt(value)).name();
            return name.isEmpty() ? "what has no words of its own" : name;
        }
        if (value.isEmpty()) {
            return "Not stated";
        }
        return switch (trait) {
            case COUNTRY -> country(value);
            case LANGUAGE -> {
                var tongue = Tongue.of(value);
                yield tongue == null ? value : tongue.name();
            }
            case GROUP, POSITION -> value;
        };
    }

    private static String title(Trait trait) {
        return switch (trait) {
            case GROUP -> "By stakeholder group";
            case COUNTRY -> "By country";
            case LANGUAGE -> "By language";
            case POSITION -> "By what they say";
        };
    }

    private static String column(Trait trait) {
        return switch (trait) {
            case GROUP -> "Group";
            case COUNTRY -> "Country";
            case LANGUAGE -> "Language";
            case POSITION -> "Passages alike, by their terms";
        };
    }
}
