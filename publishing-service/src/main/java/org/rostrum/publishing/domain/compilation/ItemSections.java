package org.rostrum.publishing.domain.compilation;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.contracts.Round;

/** The instrument as printed: one section per item, parents before their areas. */
record ItemSections(Round round, ConsultationDefinition definition, String language) {
    private static final int LONGEST_TITLE = 110;

    List<ItemSection> fill(Function<ItemNumber, List<QuotedPassage>> passagesUnder) {
        return round.instrument().stream()
                .flatMap(item -> sections(item, 1, passagesUnder))
                .toList();
    }

    private Stream<ItemSection> sections(
            Item item, int level, Function<ItemNumber, List<QuotedPassage>> passagesUnder) {
        var areas = item.areas().stream().flatMap(area -> sections(area, level + 1, passagesUnder));
        return Stream.concat(Stream.of(section(item, level, passagesUnder.apply(item.number()))), areas);
    }

    private ItemSection section(Item item, int level, List<QuotedPassage> passages) {
        return new ItemSection(
                item.number(),
                item.kind(),
                level,
                label(item) + " " + title(item),
                officialTexts(item.text()),
                (int) passages.stream().map(QuotedPassage::reference).distinct().count(),
                passages);
    }

    private static String label(Item item) {
        return switch (item.kind()) {
            case QUESTION -> "Question " + item.number() + ".";
            case SECTION -> "Section " + item.number() + ".";
            case PARAGRAPH -> "Paragraph " + item.number() + ".";
            case DRAFT_OPINION -> "Draft opinion " + item.number() + ".";
            case AREA -> item.number().value();
        };
    }

    private String title(Item item) {
        var given = item.shortTitle() == null ? item.text() : item.shortTitle();
        return capitalised(shortened(PrintableText.line(given.in(language))));
    }

    private List<ItemSection.OfficialText> officialTexts(LocalizedText text) {
        return text.byLanguage().entrySet().stream()
                .filter(entry -> !definition.isUnofficial(entry.getKey()))
                .map(entry -> new ItemSection.OfficialText(entry.getKey(), PrintableText.of(entry.getValue())))
                .toList();
    }

    private static String shortened(String title) {
        if (title.length() <= LONGEST_TITLE) {
            return title;
        }
        var end = title.lastIndexOf(' ', LONGEST_TITLE);
        var cut = end > LONGEST_TITLE / 2 ? end : title.offsetByCodePoints(0, LONGEST_TITLE / 2);
        return title.substring(0, cut).replaceAll("[\\p{P}\\s]+$", "") + " …";
    }

    private static String capitalised(String title) {
        if (title.isEmpty()) {
            return title;
        }
        var first = title.offsetByCodePoints(0, 1);
        return title.substring(0, first).toUpperCase(Locale.ROOT) + title.substring(first);
    }
}
