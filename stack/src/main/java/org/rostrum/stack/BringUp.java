package org.rostrum.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.rostrum.stack.part.Server;
import org.rostrum.stack.part.Servers;
import org.rostrum.stack.part.Setting;
import org.rostrum.stack.process.Launch;
import org.rostrum.stack.process.ProcessIdentity;
import org.rostrum.stack.state.StateFolder;

/** Starts parts in parallel, each as soon as what it needs is ready, and waits until all answer. */
final class BringUp {
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final int LOG_LINES = 15;
    /** A killed PostgreSQL leaves children that hold its memory for a moment; the next start must wait for them. */
    private static final int TRIES = 4;

    private final Setting setting;
    private final StateFolder state;
    private final Progress progress;
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable Throwable> firstFailure = new AtomicReference<>();

    BringUp(Setting setting, Progress progress) {
        this.setting = setting;
        this.state = setting.state();
        this.progress = progress;
    }

    /**
     * Starts these parts; the parts they need and that are not among them run already.
     *
     * @throws StackFailure when one did not come up; those that did are left running
     */
    void start(Set<Part> parts) {
        Map<Part, CompletableFuture<Void>> ready = new EnumMap<>(Part.class);
        for (Part part : inOrder(parts)) {
            Server server = Servers.of(part, setting);
            List<CompletableFuture<Void>> before = new ArrayList<>();
            before.add(CompletableFuture.runAsync(server::prepare, threads));
            part.needs().stream().filter(ready::containsKey).map(ready::get).forEach(before::add);
            ready.put(part, all(before).thenRunAsync(() -> start(server), threads));
        }
        await(List.copyOf(ready.values()));
    }

    private static Set<Part> inOrder(Set<Part> parts) {
        return parts.isEmpty() ? EnumSet.noneOf(Part.class) : EnumSet.copyOf(parts);
    }

    private static CompletableFuture<Void> all(List<CompletableFuture<Void>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
    }

    /** The first failure is the cause; the others only gave up because of it. */
    private void await(List<CompletableFuture<Void>> ready) {
        for (CompletableFuture<Void> future : ready) {
            var _ = future.exceptionally(failure -> {
                firstFailure.compareAndSet(null, failure);
                return null;
            });
        }
        try {
            all(ready).join();
        } catch (CompletionException e) {
            throw failure(firstFailure.get() == null ? e : firstFailure.get());
        }
    }

    private static StackFailure failure(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof StackFailure known
                ? known
                : new StackFailure("The start failed: " + cause + ".", cause);
    }

    private boolean abandoned() {
        return firstFailure.get() != null;
    }

    private void start(Server server) {
        Part part = server.part();
        long begin = System.nanoTime();
        int tries = part == Part.POSTGRES ? TRIES : 1;
        while (!startOnce(server, --tries)) {
            LockSupport.parkNanos(Duration.ofMillis(700).toNanos());
        }
        server.furnish();
        if (server.givesWay()) {
            state.running(part).ifPresent(ProcessIdentity::giveWay);
        }
        progress.done(part.label() + " ready", Duration.ofNanos(System.nanoTime() - begin));
    }

    private boolean startOnce(Server server, int triesLeft) {
        if (abandoned()) {
            throw new StackFailure(server.part().label() + " was not started because another part failed.");
        }
        setting.discardRecording(server.part());
        Launch launch = server.launch();
        ProcessIdentity process = launch.start();
        state.pidFile(server.part()).note(process);
        long end = System.nanoTime() + server.patience().toNanos();
        while (process.alive()) {
            if (server.answers()) {
                return true;
            }
            if (abandoned()) {
                throw new StackFailure(server.part().label() + " was given up because another part failed.");
            }
            if (System.nanoTime() > end) {
                throw new StackFailure(server.part().label() + " did not become ready within "
                        + server.patience().toSeconds() + " s" + lastWords(launch));
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        if (triesLeft <= 0) {
            throw new StackFailure(server.part().label() + " ended while it started" + lastWords(launch));
        }
        return false;
    }

    private static String lastWords(Launch launch) {
        List<String> lines = Launch.lastLines(launch.log(), LOG_LINES);
        return "; its log is " + launch.log() + " and ends with:\n    " + String.join("\n    ", lines);
    }
}
