package org.rostrum.processing.usecase;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.domain.keypassages.Census;
import org.rostrum.processing.domain.keypassages.PassageAt;
import org.rostrum.processing.domain.keypassages.Profile;

/**
 * What stands filed under an item of a round: of the newest version of what is neither withdrawn nor erased. Respondents are told
 * apart by organisation, else by name and country, and by on whose behalf they write; who gives none is a respondent of their own.
 */
public interface ItemPassages {

    /**
     * A passage under an item.
     *
     * @param respondent the same for all that one respondent says; personal
     * @param family the same for all submissions of one campaign
     * @param quotable whether it is neither confidential, withheld, disputed nor aside
     * @param passages how many of its family it stands for
     * @param respondents how many respondents those are of
     */
    record Filed(
            SubmissionId submission,
            Reference reference,
            PassageId passage,
            String text,
            @Nullable String language,
            String respondent,
            String family,
            Profile profile,
            boolean quotable,
            int passages,
            int respondents) {

        /** The same of somebody of that profile. */
        Filed by(Profile other) {
            return new Filed(
                    submission,
                    reference,
                    passage,
                    text,
                    language,
                    respondent,
                    family,
                    other,
                    quotable,
                    passages,
                    respondents);
        }

        public PassageAt at() {
            return new PassageAt(submission, passage);
        }

        /** Leaves text and respondent out of logs. */
        @Override
        public String toString() {
            return "Filed[" + reference + " " + passage + "]";
        }
    }

    /**
     * How much there is, of all.
     *
     * @param quotable how many passages may be chosen
     * @param census respondents by group, country and main language
     */
    record Tally(int passages, int submissions, int respondents, int quotable, Census census) {
        Tally with(Census other) {
            return new Tally(passages, submissions, respondents, quotable, other);
        }
    }

    Tally tally(RoundTexts.Of round, ItemNumber item);

    /**
     * Passages under the item, at most so many: in turn one of a campaign, the largest first, and one of what nobody copied, by the
     * hash of what a submission says, whatever order they came in. Nobody's second passage before everybody's first; the surest of
     * a submission is its first. Of a campaign one submission stands for all. Without passages of more than 50,000 characters.
     *
     * @param preferred submissions that stand for their campaign, and are among them in any case
     */
    List<Filed> sample(RoundTexts.Of round, ItemNumber item, Set<SubmissionId> preferred, int most);

    /** Passages of the round that are not under the item, chosen in the same way. */
    List<Filed> elsewhere(RoundTexts.Of round, ItemNumber item, int most);

    /** All passages of these submissions under the item, each standing for itself. */
    List<Filed> of(RoundTexts.Of round, ItemNumber item, Set<SubmissionId> submissions);

    /** Another number as soon as something of the round may not be shown any more: withdrawn, erased, withheld, disputed. */
    long takenAway(RoundTexts.Of round);

    /** How many passages each item has; items without one may be absent. */
    Map<ItemNumber, Integer> counts(RoundTexts.Of round);
}
