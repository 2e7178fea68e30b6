package org.rostrum.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.rostrum.stack.part.Installation;
import org.rostrum.stack.part.Realm;
import org.rostrum.stack.part.Setting;
import org.rostrum.stack.state.Endpoints;
import org.rostrum.stack.state.Ports;
import org.rostrum.stack.state.Secrets;
import org.rostrum.stack.state.StateFolder;

/** The verbs that start and stop processes. */
final class Running {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Installation installation;
    private final StateFolder state;
    private final Progress progress;
    private final BringDown bringDown;

    Running(Installation installation, StateFolder state, Progress progress) {
        this.installation = installation;
        this.state = state;
        this.progress = progress;
        this.bringDown = new BringDown(installation, state, progress);
    }

    void up(CommandLine.Up up) {
        long begin = System.nanoTime();
        state.create().requireFree(StateFolder.LEAST_FREE_BYTES);
        Set<Part> built = built(up.parts());
        Set<Part> started = alone(() -> startMissing(built, up.ports()));
        if (started.containsAll(built)) {
            progress.say("Rostrum is ready after " + since(begin) + ".");
        } else {
            progress.say(
                    "Started again: " + labels(started) + "; the rest was running. Ready after " + since(begin) + ".");
        }
        Endpoints endpoints = Endpoints.read(state);
        new Looking(state, progress).urls(endpoints);
        if (!up.detach()) {
            stay(built);
        }
    }

    void down() {
        if (bringDown.stop(EnumSet.allOf(Part.class)).isEmpty()) {
            progress.say("Nothing was running in " + state.root() + ".");
        } else {
            progress.say("All stopped; the data stay in " + state.root() + ".");
        }
    }

    void restart(Part part) {
        requireStarted();
        bringDown.stop(EnumSet.of(part));
        Set<Part> started = alone(() -> startMissing(EnumSet.of(part), Ports.Choice.AS_BEFORE));
        progress.say("Restarted: " + labels(started) + ".");
    }

    void kill(Part part) {
        requireStarted();
        bringDown.kill(part);
        progress.say("Killed: " + part.label() + ".");
    }

    private void requireStarted() {
        if (Arrays.stream(Part.values()).noneMatch(part -> state.running(part).isPresent())) {
            throw new StackFailure("Nothing is running in " + state.root() + ": ./rostrum up --detach starts it.");
        }
    }

    private Set<Part> built(Set<Part> wanted) {
        Set<Part> built = EnumSet.noneOf(Part.class);
        for (Part part : EnumSet.copyOf(wanted)) {
            if (installation.isBuilt(part)) {
                built.add(part);
            } else {
                progress.wrong(part.label() + " is not built yet and is left out");
            }
        }
        return built;
    }

    private Set<Part> startMissing(Set<Part> wanted, Ports.Choice choice) {
        Set<Part> running = Arrays.stream(Part.values())
                .filter(part -> state.running(part).isPresent())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
        Set<Part> missing = EnumSet.copyOf(Part.withNeeds(wanted));
        missing.removeAll(running);
        if (missing.isEmpty()) {
            throw new StackFailure(
                    EmbeddedStack.ALREADY_RUNNING,
                    "Rostrum is already running from " + state.root() + ": " + addresses() + ".");
        }
        start(missing, running, choice);
        return missing;
    }

    private void start(Set<Part> missing, Set<Part> running, Ports.Choice choice) {
        Ports ports = Ports.choose(state, choice, !running.isEmpty(), missing, RANDOM);
        Setting setting = new Setting(installation, state, ports, Secrets.of(state, RANDOM));
        setting.noteEnvironments();
        AtomicBoolean settled = stopOnInterrupt(missing);
        try {
            new BringUp(setting, progress).start(missing);
            settled.set(true);
        } catch (StackFailure e) {
            settled.set(true);
            progress.wrong("the start failed; stopping what was started");
            bringDown.stop(missing);
            throw e;
        }
        Set<Part> all = EnumSet.copyOf(running);
        all.addAll(missing);
        Endpoints endpoints = Endpoints.of(ports, all, new Realm(installation.deploy("realm")).demoUsers());
        endpoints.write(state);
        if (all.contains(Part.INTAKE) && all.contains(Part.KEYCLOAK)) {
            new Asking(state, progress).applyChanged(installation.deploy("consultations"));
        }
    }

    /** Ctrl-C during the start must not leave half of it behind. */
    private AtomicBoolean stopOnInterrupt(Set<Part> starting) {
        AtomicBoolean settled = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (settled.compareAndSet(false, true)) {
                bringDown.stop(starting);
            }
        }));
        return settled;
    }

    private void stay(Set<Part> watched) {
        progress.say("Ctrl-C stops everything.");
        AtomicBoolean stopping = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopping.set(true);
            down();
        }));
        Set<Part> alive = EnumSet.copyOf(watched);
        while (!alive.isEmpty() && !stopping.get()) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            if (!stopping.get()) {
                alive = stillAlive(watched, alive);
            }
        }
    }

    private Set<Part> stillAlive(Set<Part> watched, Set<Part> before) {
        Set<Part> alive = EnumSet.noneOf(Part.class);
        for (Part part : watched) {
            if (state.running(part).isPresent()) {
                alive.add(part);
            } else if (before.contains(part)) {
                progress.wrong(part.label() + " has ended; ./rostrum up --detach starts it again, its log is "
                        + state.log(part));
            }
        }
        return alive;
    }

    /** Two launchers at work on one state would start everything twice. */
    private Set<Part> alone(Supplier<Set<Part>> work) {
        try (FileChannel channel = FileChannel.open(state.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new StackFailure("Another ./rostrum is starting " + state.root() + " right now: wait for it.");
            }
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String addresses() {
        return Endpoints.read(state).urls().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String labels(Set<Part> parts) {
        return List.copyOf(parts).stream().map(Part::label).collect(Collectors.joining(", "));
    }

    private static String since(long begin) {
        return Progress.seconds(Duration.ofNanos(System.nanoTime() - begin));
    }
}
