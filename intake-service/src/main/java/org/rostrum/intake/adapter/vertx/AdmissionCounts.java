package org.rostrum.intake.adapter.vertx;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ObjLongConsumer;
import org.rostrum.contracts.KebabCase;
import org.rostrum.intake.domain.admission.Reason;

/** How many came in and how many were turned away, and why, since the start. */
final class AdmissionCounts {
    private final LongAdder admitted = new LongAdder();
    private final Map<Reason, LongAdder> turnedAway = new EnumMap<>(Reason.class);

    AdmissionCounts() {
        for (var reason : Reason.values()) {
            turnedAway.put(reason, new LongAdder());
        }
    }

    void admitted() {
        admitted.increment();
    }

    void turnedAway(Reason reason) {
        Objects.requireNonNull(turnedAway.get(reason)).increment();
    }

    long admittedSoFar() {
        return admitted.sum();
    }

    /** Names in kebab-case. */
    void eachTurnedAway(ObjLongConsumer<String> reader) {
        turnedAway.forEach((reason, count) -> reader.accept(KebabCase.of(reason), count.sum()));
    }
}
