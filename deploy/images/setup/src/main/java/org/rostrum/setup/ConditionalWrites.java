package org.rostrum.setup;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.rostrum.platform.objectstore.ObjectStore;

/**
 * Tries whether an object store lets exactly one of many writers create an object. Receipts are unique only if it does, and
 * several servers that claim it do not under concurrency, so it is tried at every start and not believed.
 *
 * @param rounds how often the race is run; one could be won by luck
 */
record ConditionalWrites(ObjectStore store, int writers, int rounds) {
    private static final String PREFIX = "setup/conditional-writes/";

    ConditionalWrites {
        if (writers < 2 || rounds < 1) {
            throw new IllegalArgumentException("A race needs two writers and one round.");
        }
    }

    /** Returns if the store kept its promise in every round; otherwise throws {@link SetupFailure}. */
    void prove() throws InterruptedException {
        for (int round = 0; round < rounds; round++) {
            race(PREFIX + UUID.randomUUID());
        }
    }

    private void race(String key) throws InterruptedException {
        try {
            List<Boolean> results = writeAtOnce(key);
            int winner = onlyWinner(results);
            requireContentOf(winner, key);
        } finally {
            store.delete(key);
        }
    }

    private List<Boolean> writeAtOnce(String key) throws InterruptedException {
        List<Callable<Boolean>> writes = IntStream.range(0, writers)
                .<Callable<Boolean>>mapToObj(writer -> () -> store.createIfAbsent(key, words(writer), "text/plain"))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(writes).stream()
                    .map(ConditionalWrites::result)
                    .toList();
        }
    }

    private int onlyWinner(List<Boolean> results) {
        long winners = results.stream().filter(won -> won).count();
        if (winners != 1) {
            throw new SetupFailure(
                    "The object store let %d of %d writers create the same object, so receipts would not be unique; use an S3 server whose If-None-Match: * is atomic."
                            .formatted(winners, writers));
        }
        return results.indexOf(true);
    }

    private void requireContentOf(int winner, String key) {
        byte[] kept = store.get(key).orElse(new byte[0]);
        if (!Arrays.equals(kept, words(winner))) {
            throw new SetupFailure("The object store told one writer that it had won and kept the bytes of another;"
                    + " use an S3 server whose If-None-Match: * is atomic.");
        }
    }

    private static byte[] words(int writer) {
        return "writer %d".formatted(writer).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean result(Future<Boolean> write) {
        try {
            return write.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SetupFailure("The trial of the object store was interrupted; start again.");
        } catch (ExecutionException e) {
            throw new SetupFailure("The object store could not be tried: %s".formatted(e.getCause()));
        }
    }
}
