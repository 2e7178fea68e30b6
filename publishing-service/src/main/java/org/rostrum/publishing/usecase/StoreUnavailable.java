package org.rostrum.publishing.usecase;

/** The object store cannot be asked at the moment; repeating is safe. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
