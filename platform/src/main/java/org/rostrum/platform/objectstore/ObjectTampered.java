package org.rostrum.platform.objectstore;

/** An object's bytes are not the ones that were written: a bit flip or a hand that should not have been there. */
public final class ObjectTampered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ObjectTampered(String key, Sha256 expected, Sha256 actual) {
        super("Object %s has SHA-256 %s where %s was written; it must not be used.".formatted(key, actual, expected));
    }
}
