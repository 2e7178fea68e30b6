package org.rostrum.benchmarks.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.rostrum.benchmarks.BenchFailure;

/** A JVM seen from outside. */
public record JavaProcess(ProcessHandle handle) {
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+)");
    private static final Pattern LIVE = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final double KILO = 1024;

    /** Megabytes of memory that the process holds; not a number where the system has no /proc. */
    public double residentMegabytes() {
        try {
            Path status = Path.of("/proc", Long.toString(handle.pid()), "status");
            return Files.exists(status) ? number(RESIDENT, Files.readString(status)) / KILO : Double.NaN;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Megabytes of objects in use, after a full collection. */
    public double liveMegabytes() {
        try {
            var process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(handle.pid()),
                            "GC.class_histogram"))
                    .redirectErrorStream(true)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return number(LIVE, output) / KILO / KILO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seconds of processor time since its start. */
    public double processorSeconds() {
        return handle.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e9;
    }

    private static double number(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .findFirst()
                .map((MatchResult match) -> Double.parseDouble(match.group(1)))
                .orElseThrow(() -> new BenchFailure("What the JVM or the system says of its memory is unreadable."));
    }
}
