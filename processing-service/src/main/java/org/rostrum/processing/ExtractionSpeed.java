package org.rostrum.processing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.rostrum.processing.adapter.extraction.WorkerPool;
import org.rostrum.processing.adapter.extraction.WorkerSettings;
import org.rostrum.processing.domain.text.Extraction.Extracted;

/**
 * The isolated half of {@code ./rostrum bench extraction}: reads a folder of files through the service's pool of workers, and
 * prints how many per second the second time, milliseconds until a worker can work, and those until it has read its first file. Nothing else is
 * done with the text.
 */
public final class ExtractionSpeed {

    private ExtractionSpeed() {}

    /** FOLDER, number of workers, their class path. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        List<Path> files;
        try (var all = Files.list(Path.of(arguments[0]))) {
            files = all.sorted().toList();
        }
        int workers = Integer.parseInt(arguments[1]);
        try (var pool = new WorkerPool(WorkerSettings.usual(arguments[2]).withWorkers(workers));
                var readers = Executors.newFixedThreadPool(workers)) {
            long started = System.nanoTime();
            pool.prepare();
            double start = millisSince(started);
            read(pool, files.getFirst());
            double first = millisSince(started) - start;
            readAll(files, pool, readers);
            long begin = System.nanoTime();
            readAll(files, pool, readers);
            double perSecond = files.size() * 1_000 / millisSince(begin);
            System.out.println(perSecond + " " + start + " " + first);
        }
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }

    private static void readAll(List<Path> files, WorkerPool pool, ExecutorService readers)
            throws InterruptedException, ExecutionException {
        for (var reading : readers.invokeAll(files.stream()
                .map(file -> (Callable<Integer>) () -> read(pool, file))
                .toList())) {
            reading.get();
        }
    }

    private static int read(WorkerPool pool, Path file) {
        if (pool.extract(file, file.getFileName().toString(), "") instanceof Extracted extracted) {
            return extracted.blocks().size();
        }
        throw new IllegalStateException("A file of the benchmark could not be read: " + file);
    }
}
