package org.rostrum.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process that is not mistaken for a later one with the same number: its pid and when it started, which on Linux is
 * the boot's id with the clock tick of the start (neither moves when the wall clock is set).
 */
public record ProcessIdentity(long pid, String started) {
    private static final String NICE = "10";
    private static final int STATE = 0;
    private static final int START_TICK = 19;

    public ProcessIdentity {
        if (pid <= 0 || started.isBlank()) {
            throw new IllegalArgumentException("A process has a positive pid and a start: " + pid + " " + started);
        }
    }

    /** The process that runs now under this number; empty for none and for one that has ended but is not yet reaped. */
    public static Optional<ProcessIdentity> running(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        return Files.exists(Path.of("/proc/self/stat")) ? fromProc(pid, stat) : fromHandle(pid);
    }

    public boolean alive() {
        return running(pid).filter(this::equals).isPresent();
    }

    /**
     * Makes the process, and all that it starts from now on, give way to others that want the processors; where the system
     * cannot, nothing happens. Where Linux groups processes by session, nice counts within the session only, and the group
     * has a value of its own.
     */
    public void giveWay() {
        Programs.find("renice")
                .ifPresent(renice ->
                        Programs.run(List.of(renice.toString(), "-n", NICE, "-g", Long.toString(pid)), Map.of()));
        try {
            Files.writeString(Path.of("/proc", Long.toString(pid), "autogroup"), NICE, StandardOpenOption.WRITE);
        } catch (IOException _) {
            // This system has no such groups.
        }
    }

    /** How long it has been running, as far as the system tells. */
    public Duration age(Instant now) {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().startInstant())
                .map(start -> Duration.between(start, now))
                .orElse(Duration.ZERO);
    }

    private static Optional<ProcessIdentity> fromProc(long pid, Path stat) {
        try {
            String line = Files.readString(stat);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            boolean ended = "ZX".contains(fields[STATE]);
            return ended ? Optional.empty() : Optional.of(new ProcessIdentity(pid, boot() + "/" + fields[START_TICK]));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static String boot() throws IOException {
        return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    }

    private static Optional<ProcessIdentity> fromHandle(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().startInstant())
                .map(start -> new ProcessIdentity(pid, start.toString()));
    }
}
