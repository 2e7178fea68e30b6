package org.rostrum.intake.usecase;

import java.util.Optional;
import org.rostrum.contracts.Reference;
import org.rostrum.intake.domain.SubmissionDispute;

/** What people say that they did not send, in the object store. Every method may throw {@code ObjectStoreUnavailable}. */
public interface Disputes {
    Optional<SubmissionDispute> find(Reference reference);

    /** Writes it unless there is one, and gives back the one that stands. */
    SubmissionDispute createOrFind(SubmissionDispute dispute);
}
