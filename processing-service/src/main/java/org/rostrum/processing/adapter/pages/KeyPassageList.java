package org.rostrum.processing.adapter.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.RoundId;
import org.rostrum.processing.adapter.pages.Overview.Choice;
import org.rostrum.processing.usecase.ListKeyPassages;
import org.rostrum.processing.usecase.RoundTexts;

/**
 * The items of a round, each with the way to its key passages.
 *
 * @param rounds all that can be chosen
 * @param round the one that is shown, if one is
 */
record KeyPassageList(List<Choice> rounds, @Nullable String round, List<Row> rows) {
    private static final String BETWEEN = "/";

    /**
     * One item.
     *
     * @param address of its key passages; absent where nothing is filed
     */
    record Row(
            String number,
            int depth,
            Text text,
            String passages,
            @Nullable String address) {}

    /** A text of the organiser's in the language that it is shown in. */
    record Text(String words, String language) {}

    static KeyPassageList of(List<ConsultationDefinition> definitions, Optional<ListKeyPassages.Overview> overview) {
        var chosen = overview.map(ListKeyPassages.Overview::of);
        var rows = new ArrayList<Row>();
        overview.ifPresent(known -> known.round().instrument().forEach(item -> add(rows, known, item, 0)));
        return new KeyPassageList(
                definitions.stream()
                        .flatMap(definition -> definition.rounds().stream()
                                .filter(round -> !round.instrument().isEmpty())
                                .map(round -> choice(definition, round, chosen)))
                        .toList(),
                overview.map(known -> title(known.definition()) + ", " + title(known.round()))
                        .orElse(null),
                List.copyOf(rows));
    }

    private static Choice choice(ConsultationDefinition definition, Round round, Optional<RoundTexts.Of> chosen) {
        var of = new RoundTexts.Of(definition.id(), round.id());
        return new Choice(
                definition.id() + BETWEEN + round.id(),
                title(definition) + ", " + title(round),
                chosen.filter(of::equals).isPresent());
    }

    private static void add(List<Row> rows, ListKeyPassages.Overview overview, Item item, int depth) {
        int passages = overview.passages().getOrDefault(item.number(), 0);
        rows.add(new Row(
                item.number().value(),
                Math.min(depth, 2),
                text(item),
                Numbers.grouped(passages),
                passages == 0 ? null : address(overview.of(), item.number().value())));
        item.areas().forEach(area -> add(rows, overview, area, depth + 1));
    }

    static Text text(Item item) {
        return new Text(item.text().in("en"), item.text().languageShownFor("en"));
    }

    static String title(ConsultationDefinition definition) {
        return definition.title().in("en");
    }

    static String title(Round round) {
        return Optional.ofNullable(round.title()).map(title -> title.in("en")).orElse("Round " + round.id());
    }

    static String address(RoundTexts.Of of, String item) {
        return "/key-passages/" + of.consultation() + "/" + of.round() + "/" + item;
    }

    static String address(RoundTexts.Of of) {
        return "/key-passages?round=" + of.consultation() + "%2F" + of.round();
    }

    /** Empty for what names no round. */
    static Optional<RoundTexts.Of> parse(String typed) {
        var parts = typed.strip().split(BETWEEN, -1);
        return parts.length == 2 && ConsultationId.isValid(parts[0]) && RoundId.isValid(parts[1])
                ? Optional.of(new RoundTexts.Of(new ConsultationId(parts[0]), new RoundId(parts[1])))
                : Optional.empty();
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
