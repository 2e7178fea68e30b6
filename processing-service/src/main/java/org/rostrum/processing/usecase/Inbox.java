package org.rostrum.processing.usecase;

import java.util.List;

/** The events that were handled. */
public interface Inbox {

    /** False if the event is there already. */
    boolean enter(String eventId);

    /** How many of them were not there already. */
    int enterAll(List<String> eventIds);

    boolean contains(String eventId);
}
