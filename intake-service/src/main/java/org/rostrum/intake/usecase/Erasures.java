package org.rostrum.intake.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rostrum.contracts.Reference;
import org.rostrum.intake.domain.SubmissionErasure;

/** What was erased, in the object store: at most once each, and for ever. Every method may throw {@code ObjectStoreUnavailable}. */
public interface Erasures {

    Optional<SubmissionErasure> find(Reference reference);

    /** Writes it unless there is one, and gives back the one that stands. */
    SubmissionErasure createOrFind(SubmissionErasure erasure);

    /** Notes that nothing is left to be removed. */
    void complete(Reference reference, Instant at);

    /** One of them; {@code isComplete} once nothing was left to be removed. */
    record Noted(Reference reference, boolean isComplete) {}

    /** All of them, in no order that means anything. */
    List<Noted> all();
}
