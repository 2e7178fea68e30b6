package org.rostrum.benchmarks.intake;

import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.rostrum.benchmarks.BenchFailure;
import org.rostrum.benchmarks.Figures;
import org.rostrum.benchmarks.Progress;
import org.rostrum.benchmarks.intake.Options.Phase;
import org.rostrum.benchmarks.system.Baseline;
import org.rostrum.benchmarks.system.BenchConsultation;
import org.rostrum.benchmarks.system.SystemUnderTest;

/** The benchmark of intake from the start of its system to its figures. */
public final class IntakeBench {
    /**
     * What a load test needs of the system, all of it documented: the senders cannot solve a flood's challenge, and this machine
     * is believed what it says about who sends. All limits stay as they are, those for each sender too.
     */
    private static final Map<String, String> SETTINGS = Map.of(
            "ROSTRUM_INTAKE_CHALLENGE_ABOVE", "0",
            "ROSTRUM_INTAKE_ADMISSION_TRUSTED_PROXIES", "127.0.0.0/8");

    private IntakeBench() {}

    /** Measures what the words ask for; {@link BenchFailure} says why it could not. */
    public static void run(Deque<String> words, Progress progress) {
        var root = Path.of(System.getProperty("rostrum.root", ".."))
                .toAbsolutePath()
                .normalize();
        var options = Options.read(words, root);
        var figures = new Figures();
        var quiet = new BenchConsultation("bench-quiet");
        var rush = new BenchConsultation("bench-rush");
        progress.say("starting a whole Rostrum in " + options.state() + " and the baseline beside it");
        try (var system = SystemUnderTest.start(root, options.state(), SETTINGS);
                var baseline = Baseline.start(root, system)) {
            List.of(quiet, rush).forEach(consultation -> consultation.defineIn(system));
            measure(new Measurements(system, baseline, options, rush, quiet, figures, progress), options);
            progress.say("stopping and removing it");
        }
        progress.print(figures.toString());
        options.json().ifPresent(figures::write);
    }

    private static void measure(Measurements measurements, Options options) {
        measurements.warmUp();
        measurements.throughput(
                options.phases().contains(Phase.THROUGHPUT) ? options.plan().rounds() : 1);
        if (options.phases().contains(Phase.MODERATE)) {
            measurements.moderate();
        }
        if (options.phases().contains(Phase.FAIRNESS)) {
            measurements.fairness();
        }
        if (options.phases().contains(Phase.OVERLOAD)) {
            measurements.overload();
        }
        if (options.phases().contains(Phase.BULK)) {
            measurements.bulk();
        }
        if (options.phases().contains(Phase.MEMORY)) {
            measurements.memory();
        }
        measurements.check();
    }
}
