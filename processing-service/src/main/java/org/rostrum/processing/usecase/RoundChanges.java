package org.rostrum.processing.usecase;

import org.rostrum.contracts.SubmissionId;

/** Is told what a round could learn from. Returns at once. */
public interface RoundChanges {

    /** So many passages more came. */
    void grown(RoundTexts.Of round, int passages);

    /** More is waiting than could be read at once. */
    void rushed();

    /** Something of it is gone, and nothing may be learned from it any more. */
    void shrunk(RoundTexts.Of round);

    /** A person settled where a passage of that submission belongs. */
    void settled(RoundTexts.Of round, SubmissionId submission);
}
