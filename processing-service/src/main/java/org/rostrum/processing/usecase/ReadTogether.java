package org.rostrum.processing.usecase;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.processing.usecase.ReadSubmission.Read;

/** Reads versions side by side, as many at a time as there are processors. */
final class ReadTogether {
    private final ReadSubmission reader;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("reading-", 1).factory());

    ReadTogether(ReadSubmission reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** What is to be read, and the round that it answers. */
    record Wanted(SubmissionManifest manifest, Round round) {}

    /**
     * What the first so many of them say: the very first, and those after it of which reading began in time.
     *
     * @throws Unprocessable as {@link ReadSubmission#read}, of the first that cannot be read
     * @throws Unavailable if the store cannot be asked
     */
    List<Read> read(List<Wanted> wanted, Instant end) {
        var reading = new ArrayList<Future<Optional<Read>>>();
        for (Wanted one : wanted) {
            boolean isFirst = reading.isEmpty();
            reading.add(threads.submit(() -> isFirst || clock.instant().isBefore(end)
                    ? Optional.of(reader.read(one.manifest(), one.round()))
                    : Optional.empty()));
        }
        try {
            return begun(reading);
        } finally {
            reading.forEach(one -> one.cancel(false)); // whoever has begun ends; the rest is read another time
        }
    }

    private static List<Read> begun(List<Future<Optional<Read>>> reading) {
        var read = new ArrayList<Read>();
        for (Future<Optional<Read>> one : reading) {
            var found = Pauses.await(one);
            if (found.isEmpty()) {
                break;
            }
            read.add(found.get());
        }
        return read;
    }
}
