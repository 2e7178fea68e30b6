package org.rostrum.platform.objectstore;

import org.jspecify.annotations.Nullable;

/** The object store could not be asked, or refused for reasons of its own; what was asked may or may not have happened. */
public final class ObjectStoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ObjectStoreUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
