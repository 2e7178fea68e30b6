package org.rostrum.processing.usecase;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits. */
@FunctionalInterface
public interface Pauses {

    /**
     * Waits that long.
     *
     * @throws Stopping if this process is about to end; what was under way is to be left as it is
     */
    void pause(Duration time);

    /**
     * Waits for what others work on.
     *
     * @return what came of it; whatever broke it off is thrown here
     * @throws Stopping if this process is about to end
     */
    static <T> T await(Future<T> work) {
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopping();
        }
    }

    /** This process is about to end. */
    final class Stopping extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Stopping() {
            super("This process is about to end.");
        }
    }
}
