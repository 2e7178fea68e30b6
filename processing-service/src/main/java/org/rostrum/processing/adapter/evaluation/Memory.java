package org.rostrum.processing.adapter.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that processes have held. */
final class Memory {
    private Memory() {}

    /** In MiB; not a number where the system does not tell. */
    static double peak() {
        return peakOf(ProcessHandle.current());
    }

    /** In MiB, of all processes together that this one has started and that still run. */
    static double peakOfChildren() {
        return ProcessHandle.current()
                .descendants()
                .mapToDouble(Memory::peakOf)
                .filter(Double::isFinite)
                .sum();
    }

    private static double peakOf(ProcessHandle process) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
                }
            }
        } catch (IOException e) {
            return Double.NaN;
        }
        return Double.NaN;
    }
}
