package org.rostrum.intake.usecase;

import java.util.Optional;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionWithdrawal;

/** What respondents took back, in the object store: at most once each. Every method may throw {@code ObjectStoreUnavailable}. */
public interface Withdrawals {

    /** A withdrawal as it lies in the store, with the fingerprint of its very bytes. */
    record StoredWithdrawal(SubmissionWithdrawal withdrawal, ObjectRef object) {}

    Optional<StoredWithdrawal> find(Reference reference);

    /** Writes it unless there is one, and gives back the one that stands. */
    StoredWithdrawal createOrFind(SubmissionWithdrawal withdrawal);
}
