package org.rostrum.processing.usecase;

/** The events that were handled. */
public interface Inbox {

    /** False if the event is there already. */
    boolean enter(String eventId);

    boolean contains(String eventId);
}
