package org.rostrum.processing.usecase;

import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.contracts.SubmissionId;

/** The public forms that publishing may fetch. */
public interface Artefacts {

    /**
     * Stores a public form as canonical JSON; the same form again is the same object.
     *
     * @throws Unavailable if the store cannot be asked
     */
    ObjectRef store(PublicContribution contribution);

    /**
     * Removes every public form of a submission; none is fine.
     *
     * @throws Unavailable if the store cannot be asked
     */
    void removeAll(SubmissionId submission);
}
