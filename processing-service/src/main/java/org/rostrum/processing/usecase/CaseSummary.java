package org.rostrum.processing.usecase;

import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.casework.Case;

/**
 * One line of the list of cases.
 *
 * @param from organisation, else name, of the respondent, for staff; absent before it is read, for those who gave none, and once withdrawn or erased
 * @param language main language (BCP 47), if recognised
 * @param passages how many passages the version has
 * @param unfiled how many of them answer no question
 * @param quarantined how many attachments could not be read
 */
public record CaseSummary(
        Case file, @Nullable String from, @Nullable String language, int passages, int unfiled, int quarantined) {
    public CaseSummary {
        from = file.isClosed() ? null : from;
    }

    /** Leaves who it is from out of logs. */
    @Override
    public String toString() {
        return "CaseSummary[" + file.reference() + "]";
    }
}
