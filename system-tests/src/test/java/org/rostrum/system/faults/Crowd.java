package org.rostrum.system.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Several clients at once, each from its own address; half of them give up a request sooner than intake does. */
final class Crowd implements AutoCloseable {
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration IMPATIENT = Duration.ofSeconds(3);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Courier> couriers = new ArrayList<>();
    private final List<Future<?>> work = new ArrayList<>();
    private volatile boolean enough;

    Crowd(int clients, String intake, History history, long seed, Duration pace) {
        var random = new SplittableRandom(seed);
        for (int number = 0; number < clients; number++) {
            var courier = new Courier(intake, history, number, number % 2 == 0 ? PATIENT : IMPATIENT);
            var client = new Client(courier, random.split(), pace);
            couriers.add(courier);
            work.add(threads.submit(() -> client.sendWhile(() -> !enough)));
        }
    }

    /** Lets everyone finish: whoever sent something insists until there is an answer. Fails if a client failed. */
    void finish(Duration atMost) throws ExecutionException, InterruptedException, TimeoutException {
        enough = true;
        long end = System.nanoTime() + atMost.toNanos();
        for (var client : work) {
            client.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void close() {
        enough = true;
        threads.shutdownNow();
        couriers.forEach(Courier::close);
    }
}
