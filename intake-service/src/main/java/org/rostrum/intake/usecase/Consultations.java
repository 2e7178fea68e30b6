package org.rostrum.intake.usecase;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.intake.domain.DefinedConsultation;

/** Every consultation as last defined, held in memory and fed from {@code consultations.v1}. */
public interface Consultations {

    Optional<DefinedConsultation> find(ConsultationId consultation);

    /** In order of id. */
    List<DefinedConsultation> all();

    /** Whether everything defined before this process started is here; until then an absence proves nothing. */
    boolean areComplete();

    /** Waits until that revision, or a later one, is here; false if it did not come in time. */
    boolean awaitRevision(ConsultationId consultation, int revision, Duration atMost);
}
