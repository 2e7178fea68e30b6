package org.rostrum.processing.usecase;

import java.time.Instant;
import java.util.List;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.casework.StaffMember;

/** What people decided about the key passages of items. */
public interface KeyPassageChoices {

    /**
     * One decision.
     *
     * @param textHash of the passage's words
     * @param pinned whether it shall be a key passage; if not, it shall be none
     */
    record Choice(SubmissionId submission, String textHash, boolean pinned, StaffMember by, Instant at) {}

    /** In a fixed order. */
    List<Choice> of(RoundTexts.Of round, ItemNumber item);

    /** Of two about the same words of a submission the later counts. */
    void choose(RoundTexts.Of round, ItemNumber item, Choice choice);

    /** Leaves it to the machine again; nothing if it was. */
    void leave(RoundTexts.Of round, ItemNumber item, SubmissionId submission, String textHash);

    /** Nothing is known any more of what was decided about the submission's passages. */
    void forget(SubmissionId submission);
}
