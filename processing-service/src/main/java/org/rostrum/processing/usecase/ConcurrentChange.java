package org.rostrum.processing.usecase;

/** Somebody else changed the case between reading and writing; read it again. */
public final class ConcurrentChange extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConcurrentChange(String message) {
        super(message);
    }
}
