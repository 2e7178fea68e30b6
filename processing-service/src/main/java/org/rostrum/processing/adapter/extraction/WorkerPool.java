package org.rostrum.processing.adapter.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.processing.adapter.extraction.WorkerProcess.Outcome;
import org.rostrum.processing.domain.text.Extraction;
import org.rostrum.processing.domain.text.Extraction.Unreadable;
import org.rostrum.processing.usecase.Extractions;
import org.rostrum.processing.usecase.Pauses;

/**
 * Reads files in worker processes that are started when first needed and used again as long as they are well. A file that
 * hangs, breaks or fills its worker costs that worker, and nothing else.
 */
public final class WorkerPool implements Extractions, AutoCloseable {

    /** So many fresh workers have to die of a file before it is found guilty. */
    private static final int FRESH_WORKERS = 2;

    private static final Logger LOG = System.getLogger(WorkerPool.class.getName());

    private final WorkerSettings settings;
    private @Nullable Jail jail;
    private final AtomicReference<@Nullable Isolation> isolation = new AtomicReference<>();
    private final AtomicLong killed = new AtomicLong();
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
     * @throws NotIsolated when workers must have no network and here would have one
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

    /** What keeps the latest worker to itself; empty until one was started. */
    public Optional<Isolation> isolation() {
        return Optional.ofNullable(isolation.get());
    }

    /** How many workers died of a file, or were killed over one, so far. */
    public long killed() {
        return killed.get();
    }

    @Override
    public Extraction extract(Path file, String fileName, String mediaType) {
        return extract(file, fileName, mediaType, List.of());
    }

    @Override
    public Extraction extract(Path file, String fileName, String mediaType, List<String> languages) {
        if (size(file) == 0) {
            return Unreadable.because(QuarantineReason.EMPTY_FILE);
        }
        takePlace();
        try {
            String id = Long.toString(requests.incrementAndGet());
            var request = WorkerRequest.of(id, file, fileName, mediaType, settings.perFile());
            return read(file, request.in(languages), FRESH_WORKERS);
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

    /** Reads it, as long as fewer than so many fresh workers died of it. */
    private Extraction read(Path file, WorkerRequest request, int chances) {
        WorkerProcess worker = borrow();
        boolean wasUsed = worker.isUsed();
        Outcome outcome = new Outcome.Died();
        try {
            outcome = worker.ask(file, request, settings);
        } finally {
            giveBack(
                    worker,
                    outcome instanceof Outcome.Answered answered
                            && !answered.answer().last()
                            && worker.isWell());
        }
        if (!(outcome instanceof Outcome.Answered)) {
            killed.incrementAndGet();
        }
        return switch (outcome) {
            case Outcome.Answered answered -> answered.answer().toExtraction();
            case Outcome.TimedOut _ -> Unreadable.because(QuarantineReason.TOOK_TOO_LONG);
            case Outcome.Died _ -> afterDeath(file, request, wasUsed ? chances : chances - 1);
        };
    }

    /** A worker may have died of an earlier file, or been killed by us or others: only fresh ones convict a file. */
    private Extraction afterDeath(Path file, WorkerRequest request, int chances) {
        synchronized (idle) {
            requireOpen();
        }
        return chances == 0 ? Unreadable.because(QuarantineReason.PARSER_CRASHED) : read(file, request, chances);
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
        WorkerProcess worker = WorkerProcess.start(settings, jail());
        note(worker.isolation());
        synchronized (idle) {
            running.add(worker);
            if (closed) {
                retire(worker);
            }
            requireOpen();
        }
        return worker;
    }

    private Jail jail() {
        synchronized (idle) {
            if (jail == null) {
                jail = Jail.found(settings.jail());
            }
            return jail;
        }
    }

    private void note(Isolation found) {
        if (found.equals(isolation.getAndSet(found))) {
            return;
        }
        String names = String.join(", ", found.protections());
        if (!found.network()) {
            LOG.log(Level.INFO, "Files are read by processes without network; protections=[{0}]", names);
        } else if (found.protections().isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "Files are read by processes that only Java keeps from the network; see docs/operations.md, Files"
                            + " of strangers.");
        } else {
            LOG.log(
                    Level.WARNING,
                    "Files are read by processes that still find a network in spite of protections=[{0}]; see"
                            + " docs/operations.md, Files of strangers.",
                    names);
        }
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
            throw new Pauses.Stopping();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException cause) {
            throw new UncheckedIOException("The file to read is not there", cause);
        }
    }

    /** Ends all workers, the busy ones too; who waits for one of them gets {@link Pauses.Stopping} and no verdict. */
    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            Set.copyOf(running).forEach(this::retire);
            idle.clear();
        }
    }
}
