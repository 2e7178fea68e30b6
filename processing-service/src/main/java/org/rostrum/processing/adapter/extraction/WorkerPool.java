package org.rostrum.processing.adapter.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.processing.adapter.extraction.WorkerProcess.Outcome;
import org.rostrum.processing.domain.text.Extraction;
import org.rostrum.processing.domain.text.Extraction.Unreadable;
import org.rostrum.processing.usecase.Extractions;

/**
 * Reads files in worker processes that are started when first needed and used again as long as they are well. A file that
 * hangs, breaks or fills its worker costs that worker, and nothing else.
 */
public final class WorkerPool implements Extractions, AutoCloseable {

    private final WorkerSettings settings;
    private final Semaphore places;
    private final AtomicLong requests = new AtomicLong();
    private final Deque<WorkerProcess> idle = new ArrayDeque<>();
    private final Set<WorkerProcess> running = new HashSet<>();
    private boolean closed;

    public WorkerPool(WorkerSettings settings) {
        this.settings = settings;
        this.places = new Semaphore(settings.workers(), true);
    }

    /**
     * Starts a first worker, so that the first file need not wait for it.
     *
     * @throws IllegalStateException when this installation cannot start workers
     */
    public void prepare() {
        takePlace();
        try {
            giveBack(borrow(), true);
        } finally {
            places.release();
        }
    }

    @Override
    public Extraction extract(Path file, String fileName, String mediaType) {
        if (size(file) == 0) {
            return Unreadable.because(QuarantineReason.EMPTY_FILE);
        }
        takePlace();
        try {
            return read(
                    WorkerRequest.of(Long.toString(requests.incrementAndGet()), file, fileName, mediaType, settings));
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            places.acquire();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before the file was read; ask again", interruption);
        }
    }

    private Extraction read(WorkerRequest request) {
        WorkerProcess worker = borrow();
        boolean wasUsed = worker.isUsed();
        Outcome outcome = new Outcome.Died();
        try {
            outcome = worker.ask(request, settings);
        } finally {
            giveBack(
                    worker,
                    outcome instanceof Outcome.Answered answered
                            && !answered.answer().last());
        }
        return switch (outcome) {
            case Outcome.Answered answered -> answered.answer().toExtraction();
            case Outcome.TimedOut _ -> Unreadable.because(QuarantineReason.TOOK_TOO_LONG);
            // An old worker may have died of an earlier file, or been killed while idle: only a fresh one convicts a
            // file.
            case Outcome.Died _ -> wasUsed ? read(request) : Unreadable.because(QuarantineReason.PARSER_CRASHED);
        };
    }

    private WorkerProcess borrow() {
        synchronized (idle) {
            requireOpen();
            while (!idle.isEmpty()) {
                WorkerProcess worker = idle.pop();
                if (worker.isAlive()) {
                    return worker;
                }
                retire(worker);
            }
        }
        return startAnother();
    }

    private WorkerProcess startAnother() {
        WorkerProcess worker = WorkerProcess.start(settings);
        synchronized (idle) {
            running.add(worker);
            if (closed) {
                retire(worker);
            }
            requireOpen();
        }
        return worker;
    }

    private void giveBack(WorkerProcess worker, boolean isWell) {
        synchronized (idle) {
            if (isWell && !closed) {
                idle.push(worker);
            } else {
                retire(worker);
            }
        }
    }

    private void retire(WorkerProcess worker) {
        running.remove(worker);
        worker.end();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("Extraction is shutting down; the file will be read after the next start");
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException cause) {
            throw new UncheckedIOException("The file to read is not there", cause);
        }
    }

    /** Ends all workers, the busy ones too. */
    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            Set.copyOf(running).forEach(this::retire);
            idle.clear();
        }
    }
}
