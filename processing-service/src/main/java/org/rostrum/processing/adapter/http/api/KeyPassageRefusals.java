package org.rostrum.processing.adapter.http.api;

import java.time.Duration;
import java.util.Optional;
import org.rostrum.platform.problem.Problem;
import org.rostrum.processing.domain.keypassages.KeyPassages;
import org.rostrum.processing.usecase.ChooseKeyPassage.Outcome;

/** Why a passage was not pinned or dropped. */
final class KeyPassageRefusals {
    private KeyPassageRefusals() {}

    /** Empty if it was. */
    static Optional<Problem> problem(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Chosen _ -> Optional.empty();
            case Outcome.NoSuchItem _ -> Optional.of(noSuchItem());
            case Outcome.NoSuchCase _ ->
                Optional.of(Problem.of(404, "no-such-case", "There is no such case in this round")
                        .kept("Nothing was changed.")
                        .next("It may have been withdrawn or erased. Look at the item again."));
            case Outcome.NoSuchPassage _ ->
                Optional.of(Problem.of(404, "no-such-passage", "The current version has no such passage")
                        .kept("Nothing was changed.")
                        .next("Read the case again and use the id of one of its passages."));
            case Outcome.WrongVersion(int current) ->
                Optional.of(Problem.of(409, "wrong-version", "This is not the current version")
                        .detail("The current version is %d.".formatted(current))
                        .kept("Nothing was changed.")
                        .next("Look at the item again and decide anew."));
            case Outcome.NothingChosen _ ->
                Optional.of(Problem.of(404, "nothing-chosen", "Nothing is decided about these words")
                        .kept("Nothing was changed.")
                        .next("Look at the item again: somebody may have taken it back already."));
            case Outcome.NotFiledHere _ ->
                Optional.of(Problem.of(409, "not-filed-here", "The passage does not stand under this item any more")
                        .kept("Nothing was changed.")
                        .next("Look at its case to see where it stands now."));
            case Outcome.NotQuotable _ ->
                Optional.of(Problem.of(409, "not-quotable", "A passage of this submission may not be chosen")
                        .detail("It is confidential, withheld, disputed or put aside.")
                        .kept("Nothing was changed.")
                        .next("Choose another passage."));
            case Outcome.TooMany _ ->
                Optional.of(Problem.of(409, "too-many-pinned", "No more passages can be pinned for this item")
                        .detail("%d are pinned.".formatted(KeyPassages.MOST))
                        .kept("Nothing was changed.")
                        .next("Take back one of them first."));
        };
    }

    static Problem noSuchItem() {
        return Problem.of(404, "no-such-item", "There is no such item in this round")
                .next("Check the consultation, the round and the printed number of the item.");
    }

    static Problem busy(Duration pause) {
        return Problem.of(503, "key-passages-busy", "The key passages of another item are being computed")
                .detail("That is done for one item at a time, and takes some seconds where a round has many passages.")
                .kept("Whatever was pinned or dropped is kept.")
                .next("Ask again in %d seconds.".formatted(pause.toSeconds()));
    }
}
