package org.rostrum.processing.usecase;

/** Whether an event may still take effect: asked within the transaction in which it would. */
@FunctionalInterface
public interface Admission {

    boolean admit(Books books);

    /** For an event that just came: unless it was handled before. */
    static Admission fresh(String eventId) {
        return books -> books.inbox().enter(eventId);
    }

    /** For an event that waited: unless somebody took it from the queue. */
    static Admission waiting(long position) {
        return books -> books.parkedEvents().remove(position);
    }
}
