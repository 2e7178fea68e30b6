package org.rostrum.contracts;

/**
 * What intake noticed about how a version arrived. A flag never refuses anything: staff see it and decide. Only {@link
 * #LATE} and {@link #IN_GRACE} may be shown to the public.
 */
public enum SubmissionFlag {
    /** After the round had closed, in a round that takes late submissions: goes into the addendum. */
    LATE,
    /** Its upload began before the round closed and finished within the round's grace: in time. */
    IN_GRACE,
    /** A field of the form that people do not see was filled in. */
    TRAP_FILLED,
    /** The form was sent sooner after it was opened than people can read it. */
    TOO_FAST,
    /** It arrived while more came than the round's challenge threshold, and without a solved challenge. */
    FLOOD;

    public boolean isPublic() {
        return this == LATE || this == IN_GRACE;
    }
}
