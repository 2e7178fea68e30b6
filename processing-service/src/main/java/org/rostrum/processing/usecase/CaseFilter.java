package org.rostrum.processing.usecase;

import java.util.Optional;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.processing.domain.casework.CaseMark;
import org.rostrum.processing.domain.casework.CaseState;

/**
 * Which cases.
 *
 * @param reference the beginning of a reference in its printed form, in capitals
 * @param mark one that the cases bear
 */
public record CaseFilter(
        Optional<ConsultationId> consultation,
        Optional<CaseState> state,
        Optional<String> reference,
        Optional<CaseMark> mark) {
    public static final CaseFilter ALL =
            new CaseFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
