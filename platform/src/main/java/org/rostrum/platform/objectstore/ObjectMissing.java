package org.rostrum.platform.objectstore;

/** An object that something else refers to is not in the store. */
public final class ObjectMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ObjectMissing(String key) {
        super("There is no object %s; restore it from a backup before going on.".formatted(key));
    }
}
