package org.rostrum.processing.usecase;

import org.rostrum.contracts.Reference;
import org.rostrum.processing.domain.casework.CaseState;

/** Live listeners, such as open dashboards. */
public interface CaseChanges {

    void tell(CaseChanged change);

    /** A case is not as it was. Carries nothing personal. */
    record CaseChanged(Reference reference, CaseState state, int revision) {}
}
