package org.rostrum.intake.domain.admission;

/** Why somebody was turned away. */
public enum Reason {
    /** The client asks more often than its rate allows. */
    TOO_OFTEN(true),
    /** The client has too many requests under way at once. */
    TOO_MANY_AT_ONCE(true),
    /** Too many wait in this consultation already. */
    CONSULTATION_BUSY(false),
    /** Too many wait altogether. */
    ALL_BUSY(false),
    /** It waited its time and no place came free. */
    WAITED_IN_VAIN(false);

    private final boolean ofClient;

    Reason(boolean ofClient) {
        this.ofClient = ofClient;
    }

    /** Whether it is the client's own doing (429) and not ours (503). */
    public boolean isOfClient() {
        return ofClient;
    }
}
