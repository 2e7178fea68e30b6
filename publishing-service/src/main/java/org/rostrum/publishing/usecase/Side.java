package org.rostrum.publishing.usecase;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs work that waits for the object store side by side, some at a time. */
final class Side {
    private final int atOnce;

    Side(int atOnce) {
        this.atOnce = atOnce;
    }

    /** Runs all of it; after a failure nothing more is begun, and what a failing one threw is thrown. */
    void run(Collection<Runnable> tasks) {
        var failed = new AtomicReference<@Nullable RuntimeException>();
        bySide(tasks, task -> {
            if (failed.get() == null) {
                attempt(task, failed);
            }
            return true;
        });
        var failure = failed.get();
        if (failure != null) {
            throw failure;
        }
    }

    private static void attempt(Runnable task, AtomicReference<@Nullable RuntimeException> failed) {
        try {
            task.run();
        } catch (RuntimeException e) {
            failed.compareAndSet(null, e);
        }
    }

    <K, V> Map<K, V> bySide(Collection<K> keys, Function<K, V> work) {
        var free = new Semaphore(atOnce);
        var futures = new HashMap<K, Future<V>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var key : keys) {
                free.acquireUninterruptibly();
                futures.put(key, threads.submit(() -> {
                    try {
                        return work.apply(key);
                    } finally {
                        free.release();
                    }
                }));
            }
        }
        var results = new HashMap<K, V>();
        futures.forEach((key, future) -> results.put(key, done(future)));
        return results;
    }

    private static <V> V done(Future<V> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing the site", e);
        }
    }
}
