package org.rostrum.processing.adapter.extraction;

import java.time.Duration;

/**
 * How workers run, and how far they go for one file.
 *
 * @param classPath of the worker, as {@code java -cp} takes it: {@code DIR/*}
 * @param mainClass of the worker
 * @param jail what the operating system keeps from them
 * @param workers how many files are read at a time
 * @param filesPerWorker after so many a worker is replaced by a fresh one
 * @param heapMegabytes heap of one worker
 * @param perFile limits for one file
 */
public record WorkerSettings(
        String classPath,
        String mainClass,
        JailPolicy jail,
        int workers,
        int filesPerWorker,
        int heapMegabytes,
        Limits perFile) {

    private static final String MAIN_CLASS = "org.rostrum.extraction.Worker";

    /**
     * How far a worker goes for one file.
     *
     * @param timeout when it is over the worker is killed
     * @param cpu processor time; when it is used up the worker ends itself
     * @param maxBytes of the file
     * @param maxCharacters of its text
     * @param maxDepth of files inside files
     */
    public record Limits(Duration timeout, Duration cpu, long maxBytes, int maxCharacters, int maxDepth) {
        private static final Limits USUAL =
                new Limits(Duration.ofSeconds(60), Duration.ofSeconds(30), 64L * 1024 * 1024, 2_000_000, 3);

        public Limits {
            if (timeout.toMillis() < 1 || cpu.toMillis() < 1 || maxBytes < 1 || maxCharacters < 1 || maxDepth < 0) {
                throw new IllegalArgumentException("The limits of extraction for one file must be above 0");
            }
        }
    }

    public WorkerSettings {
        if (classPath.isBlank()) {
            throw new IllegalArgumentException("Set the class path of the extraction worker (its dist folder, DIR/*)");
        }
        if (workers < 1 || filesPerWorker < 1 || heapMegabytes < 64) {
            throw new IllegalArgumentException("Extraction needs at least one worker for one file and 64 MB of heap");
        }
    }

    /** Two workers of 512 MB; a minute, half a minute of work, 64 MB and two million characters a file. */
    public static WorkerSettings usual(String classPath) {
        return new WorkerSettings(classPath, MAIN_CLASS, JailPolicy.PREFERRED, 2, 5_000, 512, Limits.USUAL);
    }

    Duration timeout() {
        return perFile.timeout();
    }

    Duration cpu() {
        return perFile.cpu();
    }

    public WorkerSettings withJail(JailPolicy policy) {
        return new WorkerSettings(classPath, mainClass, policy, workers, filesPerWorker, heapMegabytes, perFile);
    }

    public WorkerSettings withWorkers(int count) {
        return new WorkerSettings(classPath, mainClass, jail, count, filesPerWorker, heapMegabytes, perFile);
    }

    public WorkerSettings withFilesPerWorker(int files) {
        return new WorkerSettings(classPath, mainClass, jail, workers, files, heapMegabytes, perFile);
    }

    public WorkerSettings withHeapMegabytes(int megabytes) {
        return new WorkerSettings(classPath, mainClass, jail, workers, filesPerWorker, megabytes, perFile);
    }

    public WorkerSettings withTimeout(Duration limit) {
        return with(new Limits(limit, perFile.cpu(), perFile.maxBytes(), perFile.maxCharacters(), perFile.maxDepth()));
    }

    public WorkerSettings withCpu(Duration limit) {
        return with(
                new Limits(perFile.timeout(), limit, perFile.maxBytes(), perFile.maxCharacters(), perFile.maxDepth()));
    }

    public WorkerSettings withMaxCharacters(int characters) {
        return with(new Limits(perFile.timeout(), perFile.cpu(), perFile.maxBytes(), characters, perFile.maxDepth()));
    }

    private WorkerSettings with(Limits limits) {
        return new WorkerSettings(classPath, mainClass, jail, workers, filesPerWorker, heapMegabytes, limits);
    }

    WorkerSettings withMainClass(String other) {
        return new WorkerSettings(classPath, other, jail, workers, filesPerWorker, heapMegabytes, perFile);
    }
}
