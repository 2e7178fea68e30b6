package org.rostrum.publishing.usecase;

import java.util.function.BooleanSupplier;
import org.rostrum.publishing.domain.SitePath;

/** What the site can say about itself. */
public final class Readiness {
    private final LivingRecord record;
    private final BooleanSupplier caughtUp;

    public Readiness(LivingRecord record, BooleanSupplier caughtUp) {
        this.record = record;
        this.caughtUp = caughtUp;
    }

    /** Whether the site says what the log says; before that, nothing that is not there can be called missing. */
    public boolean isCaughtUp() {
        return caughtUp.getAsBoolean();
    }

    /** Whether the path is that of a compilation of a round that exists. */
    public boolean isRound(SitePath path) {
        return record.read(r -> r.consultations().stream()
                .flatMap(consultation -> consultation.definition().stream())
                .anyMatch(definition -> definition.rounds().stream()
                        .anyMatch(round -> path.value()
                                .startsWith(SitePath.compilation(definition.id(), round.id(), "")
                                        .value()))));
    }
}
