package org.rostrum.intake.usecase;

import java.time.Instant;
import org.rostrum.contracts.Event;

/** The topics that intake writes. */
public interface EventLog {

    /**
     * Appends one event and returns when every in-sync replica has it.
     *
     * @param eventId the same for the same fact, so that readers recognise repetition
     * @throws LogUnavailable if that could not be confirmed; the event may or may not be there
     */
    void append(String eventId, Instant time, Event event);

    /** The log did not confirm. */
    final class LogUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public LogUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
