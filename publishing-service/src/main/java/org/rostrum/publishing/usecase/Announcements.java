package org.rostrum.publishing.usecase;

import org.rostrum.contracts.PublicationEvent;

/** What publishing tells the other services. */
public interface Announcements {

    /** Returns when the announcement cannot be lost any more. */
    void announce(String eventId, PublicationEvent event);
}
