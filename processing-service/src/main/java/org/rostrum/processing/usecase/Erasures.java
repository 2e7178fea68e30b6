package org.rostrum.processing.usecase;

import java.time.Instant;
import org.rostrum.contracts.SubmissionId;

/** Which submissions were erased, whether they ever had a case here or not. */
public interface Erasures {

    /** Noting it again changes nothing. */
    void add(SubmissionId submission, Instant erasedAt);

    boolean contains(SubmissionId submission);
}
