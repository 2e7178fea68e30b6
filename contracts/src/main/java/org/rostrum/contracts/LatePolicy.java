package org.rostrum.contracts;

/** What becomes of a submission that arrives after its round has closed. */
public enum LatePolicy {
    REFUSE,
    /** Taken, flagged as late everywhere, and printed in the addendum. */
    ACCEPT
}
