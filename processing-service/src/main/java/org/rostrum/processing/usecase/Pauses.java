package org.rostrum.processing.usecase;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
public interface Pauses {

    /**
     * Waits that long.
     *
     * @throws Stopping if this process is about to end; what was under way is to be left as it is
     */
    void pause(Duration time);

    /** This process is about to end. */
    final class Stopping extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Stopping() {
            super("This process is about to end.");
        }
    }
}
