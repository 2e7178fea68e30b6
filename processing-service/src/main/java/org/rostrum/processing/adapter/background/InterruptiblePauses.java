package org.rostrum.processing.adapter.background;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.rostrum.processing.usecase.Pauses;

/** Pauses that end at once, by an exception, when the process is about to end. */
public final class InterruptiblePauses implements Pauses, AutoCloseable {
    private final CountDownLatch stopping = new CountDownLatch(1);

    @Override
    public void pause(Duration time) {
        try {
            if (stopping.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Stopping();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopping();
        }
    }

    @Override
    public void close() {
        stopping.countDown();
    }
}
