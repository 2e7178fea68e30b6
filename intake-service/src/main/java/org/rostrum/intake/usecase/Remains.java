package org.rostrum.intake.usecase;

import org.rostrum.intake.domain.ErasedSubmission;

/** Everything of a submission in the object store but its manifests. Every method may throw {@code ObjectStoreUnavailable}. */
public interface Remains {

    /** Removes it: attachments, files that came ahead and were claimed, marks of mails, a withdrawal, a dispute. */
    void remove(ErasedSubmission mark);
}
