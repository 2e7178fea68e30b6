package org.rostrum.processing.adapter.extraction;

import java.time.Duration;

/**
 * How workers run, and how far they go for one file.
 *
 * @param classPath of the worker, as {@code java -cp} takes it: {@code DIR/*}
 * @param mainClass of the worker
 * @param workers how many files are read at a time
 * @param heapMegabytes heap of one worker
 * @param timeout for one file; when it is over the worker is killed
 * @param maxBytes of one file
 * @param maxCharacters of the text of one file
 */
public record WorkerSettings(
        String classPath,
        String mainClass,
        int workers,
        int heapMegabytes,
        Duration timeout,
        long maxBytes,
        int maxCharacters) {

    private static final String MAIN_CLASS = "org.rostrum.extraction.Worker";

    public WorkerSettings {
        if (classPath.isBlank()) {
            throw new IllegalArgumentException("Set the class path of the extraction worker (its dist folder, DIR/*)");
        }
        if (workers < 1 || heapMegabytes < 64 || timeout.toMillis() < 1 || maxBytes < 1 || maxCharacters < 1) {
            throw new IllegalArgumentException(
                    "Extraction needs at least one worker, 64 MB of heap and limits above 0");
        }
    }

    /** Two workers of 512 MB, a minute, 64 MB and two million characters a file. */
    public static WorkerSettings usual(String classPath) {
        return new WorkerSettings(classPath, MAIN_CLASS, 2, 512, Duration.ofSeconds(60), 64L * 1024 * 1024, 2_000_000);
    }

    public WorkerSettings withWorkers(int count) {
        return new WorkerSettings(classPath, mainClass, count, heapMegabytes, timeout, maxBytes, maxCharacters);
    }

    public WorkerSettings withHeapMegabytes(int megabytes) {
        return new WorkerSettings(classPath, mainClass, workers, megabytes, timeout, maxBytes, maxCharacters);
    }

    public WorkerSettings withTimeout(Duration limit) {
        return new WorkerSettings(classPath, mainClass, workers, heapMegabytes, limit, maxBytes, maxCharacters);
    }

    WorkerSettings withMainClass(String other) {
        return new WorkerSettings(classPath, other, workers, heapMegabytes, timeout, maxBytes, maxCharacters);
    }
}
