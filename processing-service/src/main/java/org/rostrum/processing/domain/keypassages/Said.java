package org.rostrum.processing.domain.keypassages;

import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.filing.content.Features;

/**
 * A passage filed under an item, and who says it.
 *
 * @param text its words as they are
 * @param language BCP 47, if recognised
 * @param respondent the same for all that one respondent says
 * @param family the same for all submissions of one campaign
 * @param quotable whether it may be chosen: not what is confidential, withheld or disputed
 * @param passages how many passages it stands for from the beginning: itself and its copies
 * @param respondents how many say it
 */
public record Said(
        PassageAt at,
        String text,
        @Nullable String language,
        String respondent,
        String family,
        Profile profile,
        boolean quotable,
        int passages,
        int respondents,
        Features features) {
    public Said {
        if (passages < 1 || respondents < 1) {
            throw new IllegalArgumentException("a passage is said by somebody");
        }
    }

    /** The same, standing for copies of it as well. */
    Said with(int morePassages, int moreRespondents) {
        return new Said(
                at,
                text,
                language,
                respondent,
                family,
                profile,
                quotable,
                passages + morePassages,
                respondents + moreRespondents,
                features);
    }

    /** Leaves text and respondent out of logs. */
    @Override
    public String toString() {
        return "Said[" + at + "]";
    }
}
