package org.rostrum.intake.adapter.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.rostrum.intake.adapter.http.NdjsonLines.Line;

/**
 * One batch: reads line after line, has a few of them received at once, and writes one result for each, in the order of the
 * lines. Nothing is read ahead of what the sender takes back, so that memory stays bounded in both directions.
 */
final class Batch {
    private static final Logger LOG = Logger.getLogger(Batch.class);
    /** Results waiting to be written. */
    private static final int AHEAD = 32;
    /** So many lines in a row that we could not serve mean that the next would fare no better. */
    private static final int PATIENCE = 8;

    private final BulkShare share;
    private final Receiver receiver;
    private final Clock clock;
    private final BlockingQueue<Optional<CompletableFuture<LineResult>>> results = new ArrayBlockingQueue<>(AHEAD);
    private final Map<String, CompletableFuture<LineResult>> underWay = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    Batch(BulkShare share, Receiver receiver, Clock clock) {
        this.share = share;
        this.receiver = receiver;
        this.clock = clock;
    }

    /** Understands a line while it is read, and says what is to be done with it; neither ever throws. */
    @FunctionalInterface
    interface Receiver {
        Task take(Line line, Instant arrivedAt);
    }

    /** What receives one line; {@code key} is what it may share with other lines, which then wait for each other. */
    record Task(Optional<String> key, Supplier<LineResult> work) {}

    /** Returns when every line that was read has its result; throws if the sender does not take them. */
    void run(InputStream body, OutputStream out) throws IOException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> read(new NdjsonLines(body, share.lineBytes()), threads));
            try {
                write(out);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("this process is stopping", e);
            } finally {
                stopped = true;
                threads.shutdownNow(); // a reader may be waiting for a sender who waits for us
            }
        }
    }

    private void read(NdjsonLines lines, ExecutorService threads) {
        try {
            for (var line = lines.next(); line.isPresent() && !stopped; line = lines.next()) {
                results.put(Optional.of(submit(receiver.take(line.get(), clock.instant()), threads)));
            }
        } catch (IOException e) {
            LOG.debugf("A batch broke off; its sender sends the rest again; reason=%s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    /** After a stop nobody takes results any more. */
    private void end() {
        try {
            while (!stopped && !results.offer(Optional.empty(), 1, TimeUnit.SECONDS)) {
                LOG.trace("A batch waits for its sender to take the last results");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<LineResult> submit(Task task, ExecutorService threads) throws InterruptedException {
        share.enterLine();
        var result = before(task).thenApplyAsync(done -> task.work().get(), threads);
        task.key().ifPresent(key -> follow(key, result));
        return result.whenComplete((done, failure) -> share.leaveLine());
    }

    /** Of two lines with one key the earlier is received, whichever thread is quicker. */
    private CompletableFuture<?> before(Task task) {
        return task.key()
                .<CompletableFuture<?>>map(underWay::get)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // whoever awaits the result itself learns of its failure
    private void follow(String key, CompletableFuture<LineResult> result) {
        underWay.put(key, result);
        var _ = result.whenComplete((done, failure) -> underWay.remove(key, result));
    }

    private void write(OutputStream out) throws IOException, InterruptedException {
        int unserved = 0;
        for (var next = results.take(); next.isPresent(); next = results.take()) {
            var result = next.get().join();
            out.write(result.json());
            unserved = result.isOurFault() ? unserved + 1 : 0;
            if (unserved == PATIENCE) {
                out.write(LineResult.stopped().json());
                return;
            }
            if (results.isEmpty()) {
                out.flush();
            }
        }
    }
}
