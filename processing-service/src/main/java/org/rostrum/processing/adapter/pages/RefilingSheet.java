package org.rostrum.processing.adapter.pages;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.usecase.Refilings;
import org.rostrum.processing.usecase.RoundTexts;
import org.rostrum.processing.usecase.ViewRefilings.View;

/** What the machine filed elsewhere as it learned, as its page shows it. */
record RefilingSheet(String consultation, String round, String next, List<Refiling> refilings) {

    /**
     * What one new model changed.
     *
     * @param moved passages that stand elsewhere since
     * @param more how many of them are not listed; empty if all are
     * @param open whether its list is open from the beginning
     */
    record Refiling(
            Moment at, String model, String studied, String moved, List<Move> moves, String more, boolean open) {}

    /** One passage, and where it stood and stands. */
    record Move(String reference, int passage, String from, String to) {}

    static RefilingSheet of(View view) {
        var of = new RoundTexts.Of(view.definition().id(), view.round().id());
        var newest = view.refilings().stream().findFirst();
        return new RefilingSheet(
                view.definition().title().in("en"),
                RoundTimes.of(view.round(), view.definition().zone()).round(),
                NextSheet.address(of),
                view.refilings().stream()
                        .map(refiling -> refiling(
                                refiling,
                                view.definition().zone(),
                                newest.filter(refiling::equals).isPresent()))
                        .toList());
    }

    static String address(RoundTexts.Of round) {
        return "/rounds/" + round.consultation() + "/" + round.round() + "/refilings";
    }

    private static Refiling refiling(Refilings.Refiling refiling, ZoneId zone, boolean newest) {
        int more = refiling.moved() - refiling.moves().size();
        return new Refiling(
                Moment.of(refiling.at(), zone),
                refiling.model(),
                Numbers.grouped(refiling.studied()),
                refiling.moved() == 1 ? "1 passage" : Numbers.grouped(refiling.moved()) + " passages",
                refiling.moves().stream().map(RefilingSheet::move).toList(),
                more == 0 ? "" : Numbers.grouped(more),
                newest);
    }

    private static Move move(Refilings.Move move) {
        return new Move(move.reference().value(), move.passage().ordinal(), words(move.from()), words(move.to()));
    }

    private static String words(List<ItemNumber> items) {
        return items.isEmpty()
                ? "no question"
                : items.stream().map(ItemNumber::value).collect(Collectors.joining(", "));
    }

    public boolean isEmpty() {
        return refilings.isEmpty();
    }
}
