package org.rostrum.stack.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Ends processes: politely and patiently, or at once. */
public final class Signals {
    private static final Duration GLANCE = Duration.ofMillis(20);

    private Signals() {}

    /** The shell's own kill is there even where no program of that name is installed. */
    public static void send(String signal, ProcessIdentity process) {
        if (process.alive()) {
            Programs.run(List.of("/bin/sh", "-c", "kill -" + signal + " " + process.pid()), Map.of());
        }
    }

    /** Kills a process and its descendants as a power cut would. */
    public static void killAtOnce(ProcessIdentity process) {
        Optional<ProcessHandle> handle = ProcessHandle.of(process.pid()).filter(_ -> process.alive());
        List<ProcessHandle> descendants = handle.map(ProcessHandle::descendants).stream()
                .flatMap(all -> all)
                .toList();
        handle.ifPresent(_ -> send("KILL", process));
        descendants.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(process, Duration.ofSeconds(10));
    }

    public static boolean awaitEnd(ProcessIdentity process, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (process.alive() && System.nanoTime() < end) {
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        return !process.alive();
    }
}
