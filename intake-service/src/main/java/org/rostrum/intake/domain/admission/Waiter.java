package org.rostrum.intake.domain.admission;

/** Somebody who asked for a place; told exactly once how it went. */
public interface Waiter {

    /** There is a place; whoever got it calls {@link Stay#leave} when done. */
    void enter(Stay stay);

    void turnAway(Reason reason);
}
