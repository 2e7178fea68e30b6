package org.rostrum.intake.domain;

import java.time.Instant;
import java.util.List;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ConsultationEvent.ConsultationDefined;
import org.rostrum.contracts.ConsultationId;

/**
 * One revision of a consultation's definition as the audit trail keeps it; never changed.
 *
 * @param number 1 for the first, one more for each change
 * @param changes what differs from the revision before, in words
 * @param definition the whole definition that stands from then on
 */
public record Revision(
        String schema,
        ConsultationId consultation,
        int number,
        Instant at,
        Author by,
        List<Change> changes,
        ConsultationDefinition definition) {

    public static final String SCHEMA = "https://rostrum.example/schema/consultation-revision/v1";

    public Revision {
        changes = changes == null ? List.of() : List.copyOf(changes);
        if (number < 1) {
            throw new IllegalArgumentException("revisions are counted from 1");
        }
    }

    public static Revision of(
            ConsultationDefinition definition, int number, Instant at, Author by, List<Change> changes) {
        return new Revision(SCHEMA, definition.id(), number, at, by, changes, definition);
    }

    /** What the log is told; the author's name stays here. */
    public ConsultationDefined event() {
        return new ConsultationDefined(consultation, number, definition, at, by.subject());
    }

    /** The same for the same revision, so that readers recognise repetition. */
    public String eventId() {
        return "defined-" + consultation + "-" + number;
    }
}
