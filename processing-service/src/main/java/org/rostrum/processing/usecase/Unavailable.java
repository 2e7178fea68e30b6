package org.rostrum.processing.usecase;

/** A neighbour (database, object store) cannot be asked right now; nothing is wrong with what was asked. Try again. */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
