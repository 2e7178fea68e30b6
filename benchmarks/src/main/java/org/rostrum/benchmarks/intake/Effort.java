package org.rostrum.benchmarks.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rostrum.benchmarks.system.JavaProcess;
import org.rostrum.benchmarks.system.SystemUnderTest;

/** Processor time of each process, so that one sees who works; other than throughput it hardly depends on the neighbours. */
record Effort(Map<String, Double> seconds) {
    private static final List<String> PARTS = List.of("intake", "kafka", "s3", "postgres", "processing", "publishing");

    static Effort now(SystemUnderTest system, ProcessHandle baseline) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        seconds.put("generator", new JavaProcess(ProcessHandle.current()).processorSeconds());
        seconds.put("baseline", new JavaProcess(baseline).processorSeconds());
        PARTS.forEach(part -> seconds.put(part, new JavaProcess(system.process(part)).processorSeconds()));
        return new Effort(seconds);
    }

    /** Milliseconds of processor time by part for each of so many submissions since the earlier look. */
    Map<String, Double> since(Effort earlier, long submissions) {
        Map<String, Double> each = new LinkedHashMap<>();
        seconds.forEach((part, now) ->
                each.put(part, (now - earlier.seconds().getOrDefault(part, 0.0)) * 1000 / Math.max(1, submissions)));
        return each;
    }
}
