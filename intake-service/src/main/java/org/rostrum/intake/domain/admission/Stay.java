package org.rostrum.intake.domain.admission;

/** A place taken or waited for. */
@FunctionalInterface
public interface Stay {

    /** Gives the place back, or stops waiting; once is enough, more does no harm. */
    void leave();
}
