package org.rostrum.processing.usecase;

import java.util.List;
import java.util.Optional;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ConsultationEvent.ConsultationDefined;
import org.rostrum.contracts.ConsultationId;

/** Every revision of every consultation's definition. */
public interface Definitions {

    /** Keeps a revision; one that is there already stays as it is. */
    void add(ConsultationDefined defined);

    Optional<ConsultationDefinition> latest(ConsultationId consultation);

    /** The latest revision of each, by id. */
    List<ConsultationDefinition> all();
}
