package org.rostrum.setup;

/** Why the services must not start yet, in one sentence that also says what to do next. */
final class SetupFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SetupFailure(String sentence) {
        super(sentence);
    }
}
