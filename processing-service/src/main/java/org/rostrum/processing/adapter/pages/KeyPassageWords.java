package org.rostrum.processing.adapter.pages;

import java.util.Optional;
import org.rostrum.processing.domain.keypassages.KeyPassages;
import org.rostrum.processing.usecase.ChooseKeyPassage.Outcome;

/** What to tell staff when a passage was not pinned or dropped: what happened, and what to do next. */
record KeyPassageWords(int status, String words) {

    /** Empty if it was. */
    static Optional<KeyPassageWords> of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Chosen _ -> Optional.empty();
            case Outcome.NoSuchItem _ -> refused(404, "The round has no such item.");
            case Outcome.NoSuchCase _ ->
                refused(404, "There is no such case in this round; it may have been withdrawn.");
            case Outcome.NoSuchPassage _ ->
                refused(404, "This passage is not in the current version any more; look at its case.");
            case Outcome.WrongVersion(int current) ->
                refused(409, "The respondent has sent version " + current + " meanwhile; decide anew.");
            case Outcome.NothingChosen _ ->
                refused(404, "Nothing is decided about these words; somebody may have taken it back already.");
            case Outcome.NotFiledHere _ ->
                refused(409, "The passage does not stand under this item any more; look at its case.");
            case Outcome.NotQuotable _ ->
                refused(
                        409,
                        "Its submission is confidential, withheld, disputed or put aside; choose another passage.");
            case Outcome.TooMany _ ->
                refused(409, KeyPassages.MOST + " passages are pinned already; take back one of them first.");
        };
    }

    private static Optional<KeyPassageWords> refused(int status, String words) {
        return Optional.of(new KeyPassageWords(status, words + " Nothing was changed."));
    }
}
