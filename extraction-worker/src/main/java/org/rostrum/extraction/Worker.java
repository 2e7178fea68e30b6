package org.rostrum.extraction;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Runs the worker: {@code java -cp 'DIR/*' org.rostrum.extraction.Worker [MOST_REQUESTS]}; see the package's page for what
 * it speaks.
 */
public final class Worker {

    private static final int USUAL_MOST_REQUESTS = 5_000;
    /** Above this share of the heap after a collection something was left behind: better a new process. */
    private static final double FULL_HEAP = 0.5;

    private final Frames frames;
    private final Extractor extractor = new Extractor();
    private final int mostRequests;
    private final Watchdog watchdog = new Watchdog();

    private Worker(Frames frames, int mostRequests) {
        this.frames = frames;
        this.mostRequests = mostRequests;
    }

    public static void main(String[] arguments) throws IOException {
        // Standard output carries frames only: a parser that prints must not break them.
        FileOutputStream output = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        Confinement confinement = Confinement.enforce();
        Frames frames = new Frames(
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)), new BufferedOutputStream(output));
        Worker worker = new Worker(frames, arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL_MOST_REQUESTS);
        frames.sayReady(confinement);
        worker.serve();
    }

    private void serve() throws IOException {
        watchdog.start();
        for (int served = 1; ; served++) {
            Optional<Request> request = frames.next();
            if (request.isEmpty()) {
                return;
            }
            Response response = extractInTime(request.get());
            boolean last = served >= mostRequests || isHeapFull();
            Response tooLong =
                    Response.refusal(request.get(), Response.Status.TOO_LARGE, response.mediaType(), "answer");
            frames.answer(response.asLast(last), tooLong.asLast(last));
            if (last) {
                return;
            }
        }
    }

    private Response extractInTime(Request request) {
        watchdog.watch(request.limits());
        try {
            return screened(request).orElseGet(() -> extractor.extract(request));
        } finally {
            watchdog.rest();
        }
    }

    /** The refusal of what no parser should see, and of what is larger than it may be. */
    private static Optional<Response> screened(Request request) {
        try {
            Path file = Path.of(request.file());
            return Files.size(file) > request.limits().maxBytes()
                    ? Optional.empty() // the extractor says so
                    : Screening.of(file, request.limits())
                            .map(found -> Response.refusal(request, found.status(), "", found.detail()));
        } catch (IOException _) {
            return Optional.empty();
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
