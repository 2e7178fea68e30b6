package org.rostrum.contracts;

/** Where a round stands on the server's clock. */
public enum RoundPhase {
    ANNOUNCED,
    OPEN,
    CLOSED
}
