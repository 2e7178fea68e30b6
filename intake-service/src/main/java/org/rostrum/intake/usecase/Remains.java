package org.rostrum.intake.usecase;

import org.rostrum.intake.domain.ErasedSubmission;

/** Everything that is left of a submission in the object store. Every method may throw {@code ObjectStoreUnavailable}. */
public interface Remains {

    /**
     * Puts the mark in the place of every version's manifest, and in the next free one: whoever is adding a version at the
     * same moment either has come before, and is overwritten, or finds the place taken. Repeating it changes nothing.
     */
    void blotOut(ErasedSubmission mark);

    /** Removes all else: attachments, files that came ahead and were claimed, marks of mails, a withdrawal, a dispute. */
    void remove(ErasedSubmission mark);
}
