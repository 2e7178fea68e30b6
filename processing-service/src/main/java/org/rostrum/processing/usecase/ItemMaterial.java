package org.rostrum.processing.usecase;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.filing.ContentHash;
import org.rostrum.processing.domain.keypassages.PassageAt;
import org.rostrum.processing.usecase.ItemPassages.Filed;
import org.rostrum.processing.usecase.ItemPassages.Tally;
import org.rostrum.processing.usecase.KeyPassageChoices.Choice;
import org.rostrum.processing.usecase.KeyPassagesView.Dropped;
import org.rostrum.processing.usecase.KeyPassagesView.Outdated;
import org.rostrum.processing.usecase.KeyPassagesView.Quote;

/**
 * What the books say of one item in one moment.
 *
 * @param here passages under it that are compared with each other, what is pinned among them
 * @param elsewhere passages under other items
 * @param ofChosen all passages under it of submissions about which people decided something
 */
record ItemMaterial(
        ConsultationDefinition definition,
        Round round,
        Item item,
        Tally tally,
        List<Filed> here,
        List<Filed> elsewhere,
        List<Filed> ofChosen,
        List<Choice> choices) {
    private static final int BEGINNING = 200;

    /**
     * Absent if the round has no such item.
     *
     * @param sample passages that are compared with each other
     */
    static Optional<ItemMaterial> of(Books books, RoundTexts.Of of, ItemNumber number, int sample) {
        var definition = books.definitions().latest(of.consultation());
        var round = definition.flatMap(whole -> whole.round(of.round()));
        return round.flatMap(whole -> whole.item(number))
                .map(item -> of(books, of, definition.orElseThrow(), round.orElseThrow(), item, sample));
    }

    private static ItemMaterial of(
            Books books, RoundTexts.Of of, ConsultationDefinition definition, Round round, Item item, int sample) {
        var choices = books.keyPassageChoices().of(of, item.number());
        var ofChosen = books.itemPassages().of(of, item.number(), submissions(choices.stream()));
        Map<PassageAt, Filed> here = new LinkedHashMap<>();
        books.itemPassages()
                .sample(of, item.number(), submissions(choices.stream().filter(Choice::pinned)), sample)
                .forEach(filed -> here.put(filed.at(), filed));
        ofChosen.stream()
                .filter(filed -> choices.stream().anyMatch(choice -> choice.pinned() && isAbout(choice, filed)))
                .forEach(filed -> here.putIfAbsent(filed.at(), filed));
        var groups = new StakeholderGroups(definition.stakeholderGroups());
        var tally = books.itemPassages().tally(of, item.number());
        return new ItemMaterial(
                definition,
                round,
                item,
                tally.with(groups.named(tally.census())),
                here.values().stream()
                        .map(filed -> filed.by(groups.named(filed.profile())))
                        .toList(),
                books.itemPassages().elsewhere(of, item.number(), sample),
                ofChosen,
                choices);
    }

    private static Set<SubmissionId> submissions(Stream<Choice> choices) {
        return choices.map(Choice::submission).collect(Collectors.toSet());
    }

    static boolean isAbout(Choice choice, Filed filed) {
        return choice.submission().equals(filed.submission())
                && choice.textHash().equals(ContentHash.of(filed.text()));
    }

    List<Dropped> dropped() {
        return choices.stream()
                .filter(choice -> !choice.pinned())
                .flatMap(choice -> ofChosen.stream()
                        .filter(filed -> filed.quotable() && isAbout(choice, filed))
                        .limit(1)
                        .map(filed -> new Dropped(filed.reference(), filed.passage(), beginning(filed.text()), choice)))
                .toList();
    }

    private static String beginning(String text) {
        return text.length() <= BEGINNING
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, BEGINNING))) + "…";
    }

    /** What was decided about words that are not shown: they stand here no more, or may not be quoted, or are another's too. */
    List<Outdated> outdated(Books books, List<Quote> quotes, List<Dropped> dropped) {
        Set<Choice> shown = dropped.stream().map(Dropped::choice).collect(Collectors.toSet());
        quotes.forEach(quote -> quote.pin().ifPresent(shown::add));
        return choices.stream()
                .filter(choice -> !shown.contains(choice))
                .flatMap(choice -> books.cases().referenceOf(choice.submission()).stream()
                        .map(reference -> new Outdated(reference, choice)))
                .toList();
    }

    Map<SubmissionId, Reference> references() {
        Map<SubmissionId, Reference> references = new HashMap<>();
        here.forEach(filed -> references.put(filed.submission(), filed.reference()));
        return references;
    }

    /** Leaves everything personal out of logs. */
    @Override
    public String toString() {
        return "ItemMaterial[" + item.number() + "]";
    }
}
