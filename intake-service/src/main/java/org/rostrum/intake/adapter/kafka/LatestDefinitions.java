package org.rostrum.intake.adapter.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.rostrum.contracts.ConsultationEvent.ConsultationDefined;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.intake.domain.DefinedConsultation;

/**
 * What stands after the records of {@code consultations.v1} in their order: a lower revision never replaces a higher one; of
 * two equal ones, written by two processes at once, the later stands. Every service decides so.
 */
final class LatestDefinitions {
    private final Map<ConsultationId, DefinedConsultation> byId = new ConcurrentSkipListMap<>();

    void take(ConsultationDefined defined) {
        var taken = new DefinedConsultation(defined.definition(), defined.revision(), defined.definedAt());
        byId.merge(
                defined.consultation(),
                taken,
                (standing, next) -> next.revision() < standing.revision() ? standing : next);
    }

    Optional<DefinedConsultation> find(ConsultationId consultation) {
        return Optional.ofNullable(byId.get(consultation));
    }

    List<DefinedConsultation> all() {
        return List.copyOf(byId.values());
    }
}
