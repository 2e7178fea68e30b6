package org.rostrum.processing.adapter.background;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Long work that somebody asked for, in a thread of its own, one after the other. */
public final class OneAtATime implements Executor, AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final String name;
    private @Nullable Thread thread;

    public OneAtATime(String name) {
        this.name = name;
    }

    /** Whoever calls has made sure that nothing is under way. */
    @Override
    public synchronized void execute(Runnable work) {
        thread = Thread.ofPlatform().name(name).daemon().start(work);
    }

    @Override
    public synchronized void close() {
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(CLOSING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
