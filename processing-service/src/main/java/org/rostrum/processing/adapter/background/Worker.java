package org.rostrum.processing.adapter.background;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.rostrum.processing.usecase.Pauses;

/** A thread that does its task while there is something to do, and else waits to be woken or for the next round. */
public final class Worker implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final String name;
    private final BooleanSupplier task;
    private final Duration round;
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;

    /**
     * A thread that is not started yet.
     *
     * @param task does some work; true if there may be more
     * @param round the longest wait between two looks
     */
    public Worker(String name, BooleanSupplier task, Duration round) {
        this.name = name;
        this.task = task;
        this.round = round;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** There is work. */
    public void wake() {
        wakes.release();
    }

    private void run() {
        while (!stopping) {
            try {
                if (!task.getAsBoolean()) {
                    await(round);
                }
            } catch (InterruptedException | Pauses.Stopping e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("A background task failed and is tried again; task=%s fault=%s", name, e);
                rest();
            }
        }
    }

    private void await(Duration longest) throws InterruptedException {
        wakes.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        wakes.drainPermits();
    }

    private void rest() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    @Override
    public void close() {
        stopping = true;
        wake();
        try {
            if (!thread.join(CLOSING)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
