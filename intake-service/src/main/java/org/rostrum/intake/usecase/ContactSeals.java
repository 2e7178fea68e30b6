package org.rostrum.intake.usecase;

import org.rostrum.contracts.SubmissionId;

/** Closes contact details so that only intake can open them. */
public interface ContactSeals {

    /** Base64, bound to that submission: a seal moved to another does not open. */
    String seal(String email, SubmissionId submission);

    String open(String sealed, SubmissionId submission);
}
