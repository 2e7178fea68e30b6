package org.rostrum.publishing.usecase;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.rostrum.publishing.domain.PublicRecord;

/** The public record shared by its one writer and many readers. */
public final class LivingRecord {
    private final PublicRecord record = new PublicRecord();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    /** What {@code question} returns must not refer to the record itself. */
    public <T> T read(Function<PublicRecord, T> question) {
        lock.readLock().lock();
        try {
            return question.apply(record);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** A step that may refuse with a checked exception. */
    @FunctionalInterface
    interface Step<T, X extends Exception> {
        T on(PublicRecord record) throws X;
    }

    <T, X extends Exception> T change(Step<T, X> step) throws X {
        lock.writeLock().lock();
        try {
            return step.on(record);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
