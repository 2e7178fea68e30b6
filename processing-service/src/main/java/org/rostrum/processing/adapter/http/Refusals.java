package org.rostrum.processing.adapter.http;

import java.util.stream.Collectors;
import org.rostrum.contracts.KebabCase;
import org.rostrum.platform.problem.Problem;
import org.rostrum.processing.usecase.Decision;
import org.rostrum.processing.usecase.Decision.Confidential;
import org.rostrum.processing.usecase.Decision.Disputed;
import org.rostrum.processing.usecase.Decision.FlagsUnseen;
import org.rostrum.processing.usecase.Decision.NoSuchCase;
import org.rostrum.processing.usecase.Decision.NoSuchItem;
import org.rostrum.processing.usecase.Decision.NoSuchPassage;
import org.rostrum.processing.usecase.Decision.NotAtThisStage;
import org.rostrum.processing.usecase.Decision.NotDisputed;
import org.rostrum.processing.usecase.Decision.Outdated;
import org.rostrum.processing.usecase.Decision.ReasonNeeded;
import org.rostrum.processing.usecase.Decision.WrongVersion;

/** What a refused decision looks like from outside. */
public final class Refusals {
    private Refusals() {}

    public static Problem problem(Decision.Refused refused) {
        return switch (refused) {
            case NoSuchCase _ -> noSuchCase();
            case NoSuchPassage _ ->
                Problem.of(404, "no-such-passage", "The current version has no such passage")
                        .next("Read the case again and use the id of one of its passages.");
            case NoSuchItem it ->
                Problem.of(422, "no-such-item", "The round has no such item")
                        .error("/items", "items", "There is no item " + it.item() + " in this round.")
                        .next("Use printed numbers of the round's items, or none for \"answers no question\".");
            case ReasonNeeded _ ->
                Problem.of(422, "reason-needed", "A reason is needed")
                        .error(
                                "/reason",
                                "reason",
                                "Write 1 to %d characters; the respondent reads them."
                                        .formatted(ReasonNeeded.LONGEST_REASON))
                        .next("Give a reason and send it again.");
            case Confidential _ ->
                Problem.of(409, "confidential", "A confidential submission never goes public")
                        .kept("The case is as it was.")
                        .next("Nothing is to be done: it is counted, and not shown.");
            case Disputed _ ->
                Problem.of(409, "authorship-disputed", "Somebody says that they did not send this submission")
                        .kept("The case is as it was, and nothing of it is public.")
                        .next("Find out who sent it; then dismiss the dispute with a reason, or withhold the"
                                + " submission.");
            case FlagsUnseen it ->
                Problem.of(409, "flags-unseen", "Something in it must be looked at before it goes public")
                        .detail("Nobody said that they looked at: %s."
                                .formatted(
                                        it.kinds().stream().map(KebabCase::of).collect(Collectors.joining(", "))))
                        .kept("The case is as it was.")
                        .next("Look at what is flagged; then clear it with these kinds in \"seen\", or withhold it.");
            case NotDisputed _ ->
                Problem.of(409, "not-disputed", "Nobody disputes who sent this submission")
                        .kept("The case is as it was.")
                        .next("Read the case again to see what can be done with it.");
            case WrongVersion it ->
                Problem.of(409, "wrong-version", "This is not the current version")
                        .detail("The current version is %d.".formatted(it.current()))
                        .kept("The case is as it was.")
                        .next("Read the case again and decide on its current version.");
            case Outdated it ->
                Problem.of(409, "case-changed", "Somebody changed the case since you looked")
                        .detail("It is now at revision %d.".formatted(it.currentRevision()))
                        .kept("Your change was not made; theirs was.")
                        .next("Read the case again and decide anew.");
            case NotAtThisStage it ->
                Problem.of(409, "not-at-this-stage", "The case is at a stage that does not allow this")
                        .detail("It is %s.".formatted(KebabCase.of(it.state())))
                        .kept("The case is as it was.")
                        .next("Read the case again to see what can be done with it.");
        };
    }

    public static Problem noSuchCase() {
        return Problem.of(404, "no-such-case", "There is no case with this reference")
                .next("Check the reference; it looks like 7K3QX-9MPAD. One that just arrived may take a moment.");
    }
}
