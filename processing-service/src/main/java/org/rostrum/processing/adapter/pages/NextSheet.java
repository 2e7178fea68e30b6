package org.rostrum.processing.adapter.pages;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.adapter.pages.CaseSheet.Suggestion;
import org.rostrum.processing.usecase.ChooseWhatToAsk.Asked;
import org.rostrum.processing.usecase.ChooseWhatToAsk.Next;
import org.rostrum.processing.usecase.RoundTexts;

/**
 * What to look at next, as its page shows it.
 *
 * @param unsettled from how many passages it was chosen
 * @param done what just succeeded
 * @param refusal what just did not
 */
record NextSheet(
        String consultation,
        String round,
        String address,
        String unsettled,
        List<Card> cards,
        @Nullable String done,
        @Nullable String refusal) {
    private static final int MOST_SUGGESTIONS = 3;

    /**
     * One passage.
     *
     * @param place of the card on the page, from 1
     * @param pieces its text, in order
     * @param unmarked how many findings in it are not marked, in words; absent if all are
     * @param number of the item that it is filed under; absent if it is thought to answer none
     * @param copies how many submissions are settled with it, in words
     * @param current its items, to be sent again by who confirms them
     */
    record Card(
            int place,
            String reference,
            int version,
            int ordinal,
            List<FlagMarks.Piece> pieces,
            @Nullable String unmarked,
            @Nullable Tongue language,
            String origin,
            @Nullable String number,
            @Nullable String question,
            String basis,
            String confidence,
            @Nullable String copies,
            List<String> current,
            List<Suggestion> suggestions) {
        @Override
        public String toString() {
            return "Card[" + reference + " " + ordinal + "]";
        }
    }

    static NextSheet of(Next next, Optional<Flash> done, @Nullable String refusal) {
        return new NextSheet(
                next.definition().title().in("en"),
                RoundTimes.of(next.round(), next.definition().zone()).round(),
                address(new RoundTexts.Of(next.definition().id(), next.round().id())),
                Numbers.grouped(next.unsettled()),
                IntStream.range(0, next.asked().size())
                        .mapToObj(i -> card(next, i + 1, next.asked().get(i)))
                        .toList(),
                done.map(told -> told.done().words()).orElse(null),
                refusal);
    }

    static String address(RoundTexts.Of round) {
        return "/rounds/" + round.consultation() + "/" + round.round() + "/next";
    }

    private static Card card(Next next, int place, Asked asked) {
        var passage = asked.passage();
        var source = asked.content().sourceOf(passage);
        var filing = passage.filing();
        var item = filing.items().stream()
                .findFirst()
                .flatMap(number -> next.round().item(number));
        return new Card(
                place,
                asked.file().reference().value(),
                asked.file().version(),
                passage.ordinal(),
                FlagMarks.in(asked.content().textOf(passage), passage.span(), asked.flags()),
                FlagMarks.unmarked(passage.span(), asked.flags()),
                Tongue.of(passage.language() == null ? source.language() : passage.language()),
                PlaceWords.of(source, passage),
                filing.items().stream().findFirst().map(ItemNumber::value).orElse(null),
                item.map(CaseSheets::label).orElse(null),
                Basis.words(passage),
                Numbers.percent(filing.confidence()),
                asked.copies() > 1 ? Numbers.grouped(asked.copies()) + " submissions are worded like this one" : null,
                filing.items().stream().map(ItemNumber::value).toList(),
                filing.runnersUp().stream()
                        .limit(MOST_SUGGESTIONS)
                        .flatMap(candidate -> next
                                .round()
                                .item(candidate.item())
                                .map(other -> suggestion(other, candidate.confidence()))
                                .stream())
                        .toList());
    }

    private static Suggestion suggestion(Item item, double confidence) {
        return new Suggestion(item.number().value(), CaseSheets.label(item), Numbers.percent(confidence));
    }

    public boolean isEmpty() {
        return cards.isEmpty();
    }
}
