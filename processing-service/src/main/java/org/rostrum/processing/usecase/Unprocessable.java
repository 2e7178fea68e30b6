package org.rostrum.processing.usecase;

/** A submission cannot be processed as things are, for a reason that has a code; staff must see it. */
public final class Unprocessable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String reason;

    /**
     * The message is for the log.
     *
     * @param reason a code in kebab-case, without personal data
     */
    public Unprocessable(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Unprocessable(String reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
