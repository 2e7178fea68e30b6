package org.rostrum.intake.usecase;

/** A part of the system did not answer; sending the same again, under the same key, is safe and will converge. */
public final class TryAgainLater extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is kept of what was sent. */
    public enum Kept {
        /** Nothing that counts: the sender must send again. */
        NOTHING,
        /** Perhaps everything: the manifest may be written. Sending again finds out. */
        UNKNOWN,
        /** The manifest is written, and it will be announced; only the receipt is missing. */
        MANIFEST
    }

    private final Kept kept;

    public TryAgainLater(Kept kept, String message) {
        super(message);
        this.kept = kept;
    }

    public TryAgainLater(Kept kept, Throwable cause) {
        super(cause.getMessage(), cause);
        this.kept = kept;
    }

    public Kept kept() {
        return kept;
    }
}
