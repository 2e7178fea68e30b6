package org.rostrum.processing.adapter.pages;

import org.rostrum.processing.usecase.Decision;
import org.rostrum.processing.usecase.Decision.ReasonNeeded;

/** What to tell staff when a decision was not taken: what happened, and what to do next. */
final class Refusals {
    private Refusals() {}

    static String words(Decision.Refused refused) {
        return switch (refused) {
            case Decision.NoSuchCase gone -> "There is no such case.";
            case Decision.NoSuchPassage gone ->
                "This passage is not in the current version any more. Nothing was moved; look at the passages below.";
            case Decision.NoSuchItem(var item) ->
                "The round has no item " + item + ". Nothing was moved; choose from the items that are listed.";
            case ReasonNeeded missing ->
                "Write a reason of 1 to " + Numbers.grouped(ReasonNeeded.LONGEST_REASON)
                        + " characters: the respondent reads it. Nothing was changed.";
            case Decision.Confidential counted ->
                "The respondent allowed counting only. A confidential submission is never published; nothing was"
                        + " changed.";
            case Decision.Disputed disputed ->
                "Somebody says that they did not send this submission. Dismiss the dispute first, or withhold it."
                        + " Nothing was changed.";
            case Decision.FlagsUnseen(var kinds) ->
                "Something in it must be looked at before it goes public: " + FlagWords.list(kinds)
                        + ". Look at each below, tick that you did, and clear again; or withhold it. Nothing was changed.";
            case Decision.NotDisputed settled ->
                "Nobody disputes who sent this submission any more. Nothing was changed.";
            case Decision.WrongVersion(var current) ->
                "The respondent has sent version %d meanwhile, and this page now shows it. Nothing was changed; read it and decide again."
                        .formatted(current);
            case Decision.Outdated outdated ->
                "Somebody or something else changed this case since you opened the page. Nothing was changed by you;"
                        + " this page now shows the case as it is. Check it and send again.";
            case Decision.NotAtThisStage(var state) ->
                "The case is now \"%s\", and that cannot be done at this stage. Nothing was changed."
                        .formatted(StateWords.of(state).label());
        };
    }

    static int status(Decision.Refused refused) {
        return switch (refused) {
            case Decision.NoSuchCase gone -> 404;
            case Decision.NoSuchPassage gone -> 409;
            case Decision.NoSuchItem unknown -> 422;
            case ReasonNeeded missing -> 422;
            case Decision.Confidential counted -> 409;
            case Decision.Disputed disputed -> 409;
            case Decision.FlagsUnseen unseen -> 409;
            case Decision.NotDisputed settled -> 409;
            case Decision.WrongVersion other -> 409;
            case Decision.Outdated outdated -> 409;
            case Decision.NotAtThisStage stage -> 409;
        };
    }
}
