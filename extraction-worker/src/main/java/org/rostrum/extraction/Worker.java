package org.rostrum.extraction;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs the worker: {@code java -cp 'DIR/*' org.rostrum.extraction.Worker [MOST_REQUESTS]}; see the package's page for what
 * it speaks.
 */
public final class Worker {

    private static final int USUAL_MOST_REQUESTS = 500;
    /** Above this share of the heap after a collection something was left behind: better a new process. */
    private static final double FULL_HEAP = 0.5;
    /** What the service has on top of the limit to end the worker itself. */
    private static final long GRACE_MILLIS = 5_000;

    private final Frames frames;
    private final Extractor extractor = new Extractor();
    private final int mostRequests;
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "watchdog");
        thread.setDaemon(true);
        return thread;
    });

    private Worker(Frames frames, int mostRequests) {
        this.frames = frames;
        this.mostRequests = mostRequests;
    }

    public static void main(String[] arguments) throws IOException {
        // Standard output carries frames only: a parser that prints must not break them.
        FileOutputStream output = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        NoNetwork.enforce();
        Frames frames = new Frames(
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)), new BufferedOutputStream(output));
        new Worker(frames, arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL_MOST_REQUESTS).serve();
    }

    private void serve() throws IOException {
        frames.sayReady();
        for (int served = 1; ; served++) {
            Optional<Request> request = frames.next();
            if (request.isEmpty()) {
                return;
            }
            Response response = extractInTime(request.get());
            boolean last = served >= mostRequests || isHeapFull();
            frames.answer(response.asLast(last));
            if (last) {
                return;
            }
        }
    }

    private Response extractInTime(Request request) {
        ScheduledFuture<?> bomb = watchdog.schedule(
                () -> Runtime.getRuntime().halt(4),
                request.limits().timeoutMillis() + GRACE_MILLIS,
                TimeUnit.MILLISECONDS);
        try {
            return extractor.extract(request);
        } finally {
            bomb.cancel(false);
        }
    }

    private static boolean isHeapFull() {
        if (heapShare() < FULL_HEAP) {
            return false;
        }
        System.gc();
        return heapShare() >= FULL_HEAP;
    }

    private static double heapShare() {
        Runtime runtime = Runtime.getRuntime();
        return (double) (runtime.totalMemory() - runtime.freeMemory()) / runtime.maxMemory();
    }
}
