package org.rostrum.stack;

/** Why a command could not do its work, in one sentence that also says what to do next. */
public final class StackFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public StackFailure(String sentence) {
        this(1, sentence);
    }

    StackFailure(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    public StackFailure(String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = 1;
    }

    int exitCode() {
        return exitCode;
    }
}
