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
 * @param family the hash of a wording, whose whole family is meant
 */
public record CaseFilter(
        Optional<ConsultationId> consultation,
        Optional<CaseState> state,
        Optional<String> reference,
        Optional<CaseMark> mark,
        Optional<String> family) {
    public static final CaseFilter ALL =
            new CaseFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Of whatever family. */
    public CaseFilter(
            Optional<ConsultationId> consultation,
            Optional<CaseState> state,
            Optional<String> reference,
            Optional<CaseMark> mark) {
        this(consultation, state, reference, mark, Optional.empty());
    }
}
