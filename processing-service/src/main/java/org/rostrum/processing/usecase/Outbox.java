package org.rostrum.processing.usecase;

import java.time.Instant;
import org.rostrum.contracts.Event;

/** The events that leave with this transaction, in the order in which they were added. */
public interface Outbox {

    void add(String eventId, Instant time, Event event);
}
