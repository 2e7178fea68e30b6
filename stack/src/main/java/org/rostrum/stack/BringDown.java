package org.rostrum.stack;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rostrum.stack.part.AotCache;
import org.rostrum.stack.part.Installation;
import org.rostrum.stack.part.Setting;
import org.rostrum.stack.process.ProcessIdentity;
import org.rostrum.stack.process.Signals;
import org.rostrum.stack.state.StateFolder;

/** Ends parts in good order: first those that nobody needs, then what they needed. */
final class BringDown {
    /** A JVM that recorded its run writes its cache when it ends, which takes some seconds of both cores. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final List<Set<Part>> WAVES = List.of(
            EnumSet.of(Part.INTAKE, Part.PROCESSING, Part.PUBLISHING, Part.KEYCLOAK, Part.MAIL),
            EnumSet.of(Part.KAFKA, Part.S3, Part.POSTGRES));

    private final StateFolder state;
    private final AotCache cache;
    private final Progress progress;

    BringDown(Installation installation, StateFolder state, Progress progress) {
        this.state = state;
        this.cache = Setting.cache(installation, state);
        this.progress = progress;
    }

    /** Returns which of the parts were running. */
    Set<Part> stop(Set<Part> parts) {
        Set<Part> stopped = EnumSet.noneOf(Part.class);
        for (Set<Part> wave : WAVES) {
            List<Part> asked =
                    wave.stream().filter(parts::contains).filter(this::ask).toList();
            asked.forEach(this::await);
            stopped.addAll(asked);
        }
        return stopped;
    }

    void kill(Part part) {
        state.running(part).ifPresent(Signals::killAtOnce);
        cache.discard(part);
        state.pidFile(part).forget();
    }

    private boolean ask(Part part) {
        Optional<ProcessIdentity> process = state.running(part);
        process.ifPresent(running -> Signals.send(stopSignal(part), running));
        return process.isPresent();
    }

    /** PostgreSQL waits for every client to leave on SIGTERM; on SIGINT it ends their sessions and closes in good order. */
    private static String stopSignal(Part part) {
        return part == Part.POSTGRES ? "INT" : "TERM";
    }

    private void await(Part part) {
        long begin = System.nanoTime();
        state.running(part).ifPresent(process -> awaitOrKill(part, process));
        String also = cache.adopt(part) ? " and left a cache for faster starts" : "";
        state.pidFile(part).forget();
        progress.done(part.label() + " stopped" + also, Duration.ofNanos(System.nanoTime() - begin));
    }

    private void awaitOrKill(Part part, ProcessIdentity process) {
        if (!Signals.awaitEnd(process, PATIENCE)) {
            progress.wrong(part.label() + " did not end within " + PATIENCE.toSeconds() + " s and was killed");
            Signals.killAtOnce(process);
            cache.discard(part);
        }
    }
}
