package org.rostrum.intake.usecase;

import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.intake.domain.Letter;
import org.rostrum.intake.domain.LetterKey;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.domain.WithdrawalReceipt;

/** Puts into words, in the respondent's language, what a mail says. */
public interface LetterWording {

    /** What a mail is about; {@code disputePath} is where its reader says that they sent nothing. */
    record Subject(LetterKey key, String to, SubmissionManifest manifest, Receipt receipt, String disputePath) {}

    /** That a version was acknowledged. */
    Letter acknowledged(Subject subject);

    /** That the submission was withdrawn. */
    Letter withdrawn(Subject subject, WithdrawalReceipt receipt);
}
