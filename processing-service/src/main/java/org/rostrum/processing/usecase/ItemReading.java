package org.rostrum.processing.usecase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rostrum.contracts.Item;
import org.rostrum.processing.domain.filing.ContentHash;
import org.rostrum.processing.domain.filing.content.Features;
import org.rostrum.processing.domain.keypassages.Census;
import org.rostrum.processing.domain.keypassages.Heard;
import org.rostrum.processing.domain.keypassages.KeyPassages;
import org.rostrum.processing.domain.keypassages.KeyPassages.Chosen;
import org.rostrum.processing.domain.keypassages.KeyPassages.Wishes;
import org.rostrum.processing.domain.keypassages.KeyTerms;
import org.rostrum.processing.domain.keypassages.KeyTerms.Term;
import org.rostrum.processing.domain.keypassages.PassageAt;
import org.rostrum.processing.domain.keypassages.Positions;
import org.rostrum.processing.domain.keypassages.Representation;
import org.rostrum.processing.domain.keypassages.Said;
import org.rostrum.processing.domain.keypassages.Token;
import org.rostrum.processing.domain.keypassages.Trait;
import org.rostrum.processing.domain.keypassages.Worded;
import org.rostrum.processing.usecase.ItemPassages.Filed;
import org.rostrum.processing.usecase.KeyPassageChoices.Choice;
import org.rostrum.processing.usecase.KeyPassagesView.Position;

/** What the passages of one item say when they are read together. */
final class ItemReading {
    private static final int WORDS_OF_A_POSITION = 3;

    private final Heard heard;
    private final Census census;
    private final KeyPassages key;
    private final List<Worded> worded;
    private final Positions positions;
    private final List<Position> named;

    /**
     * Reads.
     *
     * @param features of each, in order
     */
    ItemReading(List<Filed> here, List<Features> features, List<Choice> choices, Census census, WordTokens tokens) {
        var wishes = wishes(here, choices);
        this.census = census;
        this.heard = Heard.of(
                IntStream.range(0, here.size())
                        .mapToObj(i -> said(here.get(i), features.get(i)))
                        .toList(),
                wishes.pinned());
        this.key = KeyPassages.choose(heard, census, wishes, KeyPassages.USUAL);
        this.worded = worded(heard.all(), tokens);
        this.positions = Positions.of(heard);
        this.named = positions.members().stream().map(this::named).toList();
    }

    /** Whoever else says the same words as what was dropped: they are what nobody wants here. */
    private static Wishes wishes(List<Filed> here, List<Choice> choices) {
        Map<String, List<Filed>> byHash =
                here.stream().collect(Collectors.groupingBy(filed -> ContentHash.of(filed.text())));
        Set<PassageAt> pinned = new HashSet<>();
        Set<PassageAt> dropped = new HashSet<>();
        for (Choice choice : choices) {
            var about = byHash.getOrDefault(choice.textHash(), List.of()).stream()
                    .filter(filed -> !choice.pinned() || choice.submission().equals(filed.submission()))
                    .map(Filed::at);
            about.forEach((choice.pinned() ? pinned : dropped)::add);
        }
        dropped.removeAll(pinned);
        return new Wishes(pinned, dropped);
    }

    private static Said said(Filed filed, Features features) {
        return new Said(
                filed.at(),
                filed.text(),
                filed.language(),
                filed.respondent(),
                filed.family(),
                filed.profile(),
                filed.quotable(),
                filed.passages(),
                filed.respondents(),
                features);
    }

    private static List<Worded> worded(List<Said> said, WordTokens tokens) {
        var beginnings = Beginnings.of(said.stream().map(Said::text).toList());
        return said.stream()
                .map(one -> new Worded(one, tokens.of(beginnings.of(one.text()), one.language())))
                .toList();
    }

    private Position named(List<Integer> members) {
        var mine = members.stream().map(worded::get).toList();
        var others = IntStream.range(0, worded.size())
                .filter(i -> !members.contains(i))
                .mapToObj(worded::get)
                .toList();
        var name = KeyTerms.of(mine, others, Set.of(), WORDS_OF_A_POSITION).stream()
                .map(Term::words)
                .collect(Collectors.joining(", "));
        return new Position(name, heard.respondents(members));
    }

    KeyPassages key() {
        return key;
    }

    List<Position> positions() {
        return named;
    }

    int positionOf(Chosen chosen) {
        return positions.of(chosen.index());
    }

    /** How many passages were read, with their copies. */
    int passages() {
        return heard.all().stream().mapToInt(Said::passages).sum();
    }

    boolean isByMeaning() {
        return heard.alike().isByMeaning();
    }

    /**
     * What is said here more than elsewhere.
     *
     * @param elsewhere passages under other items
     */
    List<Term> terms(List<Filed> elsewhere, Item item, WordTokens tokens) {
        var others = Heard.different(
                elsewhere.stream()
                        .map(filed -> said(filed, Features.ofWords(filed.language(), Map.of(), Map.of())))
                        .toList(),
                Set.of());
        return KeyTerms.of(worded, worded(others, tokens), asked(item, tokens), KeyTerms.MOST);
    }

    private static Set<String> asked(Item item, WordTokens tokens) {
        var texts = new ArrayList<>(item.text().byLanguage().entrySet());
        var title = item.shortTitle();
        if (title != null) {
            texts.addAll(title.byLanguage().entrySet());
        }
        return texts.stream()
                .flatMap(text -> tokens.of(text.getValue(), text.getKey()).stream())
                .map(Token::stem)
                .collect(Collectors.toSet());
    }

    /** One for each trait of which more than one kind is known, or whose only kind is stated. */
    List<Representation> checks() {
        var chosen = key.chosen();
        var stated = Stream.of(Trait.GROUP, Trait.COUNTRY, Trait.LANGUAGE)
                .filter(trait -> census.of(trait).keySet().stream().anyMatch(value -> !value.isEmpty()))
                .map(trait -> Representation.of(
                        trait,
                        census.of(trait),
                        chosen.stream()
                                .map(one -> one.said().profile().of(trait))
                                .toList()));
        return named.isEmpty()
                ? stated.toList()
                : Stream.concat(stated, Stream.of(ofPositions(chosen))).toList();
    }

    /** Values are places in {@link #positions}. */
    private Representation ofPositions(List<Chosen> chosen) {
        var all = IntStream.range(0, named.size())
                .boxed()
                .collect(Collectors.toMap(
                        String::valueOf, place -> named.get(place).respondents()));
        return Representation.of(
                Trait.POSITION,
                all,
                chosen.stream().map(one -> String.valueOf(positionOf(one))).toList());
    }
}
