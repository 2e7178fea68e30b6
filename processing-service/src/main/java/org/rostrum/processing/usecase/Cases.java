package org.rostrum.processing.usecase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.CaseState;

/** The cases. */
public interface Cases {

    Optional<Case> find(Reference reference);

    Optional<Reference> referenceOf(SubmissionId submission);

    /** The case, which nobody else can change until this transaction ends. */
    Optional<Case> lock(SubmissionId submission);

    /** Whether there is a case of one of them. */
    boolean hasAny(List<SubmissionId> submissions);

    void add(Case opened);

    /**
     * Replaces a case by its next revision.
     *
     * @throws ConcurrentChange unless exactly the revision before is there
     */
    void replace(Case changed);

    /** The newest first. */
    CasePage list(CaseFilter filter, Optional<CaseCursor> after, int limit);

    /** How many cases stand at each state, of one consultation or of all; states without a case may be absent. */
    Map<CaseState, Integer> counts(Optional<ConsultationId> consultation);
}
