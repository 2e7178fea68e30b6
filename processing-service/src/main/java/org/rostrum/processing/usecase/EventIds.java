package org.rostrum.processing.usecase;

import org.rostrum.contracts.Event;
import org.rostrum.contracts.EventType;
import org.rostrum.processing.domain.casework.Case;

/** The ids of the events that processing emits: the same happening always has the same one. */
final class EventIds {
    private EventIds() {}

    /** For what happens once a version. */
    static String once(Case file, Event event) {
        return file.submission() + "/" + file.version() + "/"
                + EventType.of(event).wireName();
    }

    /** For what may happen again and again to one version. */
    static String decision(Case file, Event event) {
        return once(file, event) + "/" + file.decisions();
    }
}
