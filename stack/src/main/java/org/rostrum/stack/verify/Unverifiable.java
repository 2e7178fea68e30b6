package org.rostrum.stack.verify;

/** A receipt cannot be checked: something to check it with is missing or cannot be read. It may well be genuine. */
public final class Unverifiable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unverifiable(String sentence) {
        super(sentence);
    }

    public Unverifiable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
