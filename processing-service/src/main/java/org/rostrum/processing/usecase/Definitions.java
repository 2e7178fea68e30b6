package org.rostrum.processing.usecase;

import java.util.List;
import java.util.Optional;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ConsultationEvent.ConsultationDefined;
import org.rostrum.contracts.ConsultationId;

/** Every revision of every consultation's definition. */
public interface Definitions {

    /** Keeps a revision; of two with one number the one that is added later counts. */
    void add(ConsultationDefined defined);

    Optional<ConsultationDefinition> latest(ConsultationId consultation);

    /** The latest revision; nobody adds one until this transaction ends. */
    Optional<ConsultationDefinition> settled(ConsultationId consultation);

    /** The latest revision of each, by id. */
    List<ConsultationDefinition> all();
}
