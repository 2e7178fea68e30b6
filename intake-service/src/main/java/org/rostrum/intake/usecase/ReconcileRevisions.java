package org.rostrum.intake.usecase;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.usecase.Revisions.RevisionKey;

/** Tells the log again what stands in the store and not in the log: its writer died in between, or the log lost its tail. */
public final class ReconcileRevisions {
    private final Consultations consultations;
    private final Revisions revisions;
    private final EventLog log;

    public ReconcileRevisions(Consultations consultations, Revisions revisions, EventLog log) {
        this.consultations = consultations;
        this.revisions = revisions;
        this.log = log;
    }

    /**
     * Compares all revisions with what the log says.
     *
     * @return how many were announced; 0, too, while the definitions are still being read
     */
    public int compareAll() {
        if (!consultations.areComplete()) {
            return 0;
        }
        return latest().entrySet().stream()
                .mapToInt(entry -> announceMissing(entry.getKey(), entry.getValue()))
                .sum();
    }

    private Map<ConsultationId, Integer> latest() {
        var latest = new HashMap<ConsultationId, Integer>();
        try (var keys = revisions.keys()) {
            keys.forEach(key -> latest.merge(key.consultation(), key.number(), Math::max));
        }
        return latest;
    }

    private int announceMissing(ConsultationId consultation, int latest) {
        int told = consultations
                .find(consultation)
                .map(DefinedConsultation::revision)
                .orElse(0);
        return IntStream.rangeClosed(told + 1, latest)
                .map(number -> announce(new RevisionKey(consultation, number)))
                .sum();
    }

    private int announce(RevisionKey key) {
        return revisions
                .find(key)
                .map(revision -> {
                    log.append(revision.eventId(), revision.at(), revision.event());
                    return 1;
                })
                .orElse(0);
    }
}
