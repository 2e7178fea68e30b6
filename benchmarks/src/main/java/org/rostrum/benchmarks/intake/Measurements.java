package org.rostrum.benchmarks.intake;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.rostrum.benchmarks.Figures;
import org.rostrum.benchmarks.Progress;
import org.rostrum.benchmarks.load.Arrivals;
import org.rostrum.benchmarks.load.BatchSender;
import org.rostrum.benchmarks.load.LoadGenerator;
import org.rostrum.benchmarks.load.Tally;
import org.rostrum.benchmarks.load.Traffic;
import org.rostrum.benchmarks.system.Baseline;
import org.rostrum.benchmarks.system.BenchConsultation;
import org.rostrum.benchmarks.system.JavaProcess;
import org.rostrum.benchmarks.system.SystemUnderTest;

/** The measurements one by one, on one running system; each puts its figures beside those of the others. */
final class Measurements {
    private static final int CLIENTS = 50;
    private static final int MOST_CONNECTIONS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final double QUIET_PER_SECOND = 50;
    private static final int QUIET_CONNECTIONS = 64;
    private static final double RUSH = 3;
    private static final double OVERLOAD = 10;
    private static final double MODERATE = 0.5;
    private static final int LINES = 500;
    private static final String BULK_SENDER = "ben";

    private final SystemUnderTest system;
    private final Baseline baseline;
    private final Options options;
    private final Plan plan;
    private final Figures figures;
    private final Progress progress;
    private final SubmissionMessages toRush;
    private final SubmissionMessages toQuiet;
    private final SubmissionMessages toBaseline;
    private final URI batches;
    private final Set<String> acknowledged = new HashSet<>();
    private final Watermarks watermarks;
    private double peak;

    Measurements(
            SystemUnderTest system,
            Baseline baseline,
            Options options,
            BenchConsultation rush,
            BenchConsultation quiet,
            Figures figures,
            Progress progress) {
        this.system = system;
        this.baseline = baseline;
        this.options = options;
        this.plan = options.plan();
        this.figures = figures;
        this.progress = progress;
        int run = ThreadLocalRandom.current().nextInt();
        this.toRush = new SubmissionMessages(rush.path(), run);
        this.toQuiet = new SubmissionMessages(quiet.path(), run);
        this.batches = URI.create("http://localhost:" + system.intake().getPort() + rush.path() + "/batches");
        this.toBaseline = new SubmissionMessages("/submissions", run);
        this.watermarks =
                new Watermarks(new JavaProcess(system.process("intake")), figures, progress, plan.submissions());
        figures.count("submission_bytes", toRush.bodyBytes());
    }

    void warmUp() {
        watermarks.look(0);
        progress.say("warming up both, %,d submissions each".formatted(plan.warmUp()));
        LoadGenerator.until(plan.warmUp(), baselineAtOnce());
        long first = Math.min(plan.warmUp(), Math.max(1, watermarks.next()));
        keep(List.of(LoadGenerator.until(first, rostrumAtOnce())));
        if (acknowledged.size() < plan.warmUp()) {
            keep(List.of(LoadGenerator.until(plan.warmUp() - acknowledged.size(), rostrumAtOnce())));
        }
    }

    /** The most that each acknowledges, in turns. */
    void throughput(int rounds) {
        List<Tally> baselines = new ArrayList<>();
        List<Tally> rostrums = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            baselines.add(one("baseline, round " + round, baselineAtOnce()));
            rostrums.add(one("rostrum, round " + round, rostrumAtOnce()));
        }
        var ratios = IntStream.range(0, rounds)
                .mapToObj(i -> rostrums.get(i).perSecond() / baselines.get(i).perSecond())
                .toList();
        peak = Spread.of(rostrums, Tally::perSecond).median();
        Spread.of(rostrums, Tally::perSecond).put(figures, "rostrum_per_second");
        Spread.of(baselines, Tally::perSecond).put(figures, "baseline_per_second");
        Spread.of(ratios, ratio -> ratio).put(figures, "ratio");
        Spread.of(rostrums, tally -> tally.percentile(0.5)).put(figures, "p50_ms");
        Spread.of(rostrums, tally -> tally.percentile(0.99)).put(figures, "p99_ms");
        Spread.of(baselines, tally -> tally.percentile(0.5)).put(figures, "baseline_p50_ms");
        Spread.of(baselines, tally -> tally.percentile(0.99)).put(figures, "baseline_p99_ms");
    }

    /** Latencies at half of the most, which is busy and not full. */
    void moderate() {
        var arrivals = open(peak * MODERATE, MOST_CONNECTIONS);
        var without = LoadGenerator.run(
                        plan.moderate(), new Traffic(baseline.address(), clients(), toBaseline, arrivals))
                .getFirst();
        progress.say("baseline at half of the peak: " + without);
        var with = rostrum("rostrum at half of the peak", plan.moderate(), rush(arrivals));
        figures.put("moderate_offered_per_second", with.offeredPerSecond());
        figures.put("moderate_p50_ms", with.percentile(0.5));
        figures.put("moderate_p99_ms", with.percentile(0.99));
        figures.put("moderate_baseline_p50_ms", without.percentile(0.5));
        figures.put("moderate_baseline_p99_ms", without.percentile(0.99));
    }

    /** One consultation alone, then beside a rush on another. */
    void fairness() {
        var calm =
                new Traffic(system.intake(), List.of(address(200)), toQuiet, open(QUIET_PER_SECOND, QUIET_CONNECTIONS));
        var alone = rostrum("a quiet consultation alone", plan.quiet(), calm);
        var both = LoadGenerator.run(plan.rush(), calm, rush(open(peak * RUSH, MOST_CONNECTIONS)));
        keep(both);
        var beside = both.getFirst();
        progress.say("the same beside a rush: " + beside);
        progress.say("the rush: " + both.getLast());
        figures.put("fairness_quiet_p99_ms", alone.percentile(0.99));
        figures.put("fairness_rush_p99_ms", beside.percentile(0.99));
        figures.put("fairness_p99_ratio", beside.percentile(0.99) / alone.percentile(0.99));
        figures.count("fairness_quiet_refused", beside.count(429) + beside.count(503));
        figures.put("fairness_rush_offered_per_second", both.getLast().offeredPerSecond());
        figures.put("fairness_rush_per_second", both.getLast().perSecond());
    }

    /** One consultation alone, then beside a client that sends batches to another as fast as they are taken. */
    void bulk() {
        var calm =
                new Traffic(system.intake(), List.of(address(201)), toQuiet, open(QUIET_PER_SECOND, QUIET_CONNECTIONS));
        var alone = rostrum("a quiet consultation alone", plan.quiet(), calm);
        Tally beside;
        try (var sender = new BatchSender(batches, system.token(BULK_SENDER), () -> toRush.batch(LINES))) {
            beside = rostrum("the same beside batches", plan.rush(), calm);
            acknowledged.addAll(sender.references());
            figures.put("bulk_per_second", sender.perSecond());
        }
        figures.put("bulk_quiet_p99_ms", alone.percentile(0.99));
        figures.put("bulk_beside_p99_ms", beside.percentile(0.99));
        figures.put("bulk_p99_ratio", beside.percentile(0.99) / alone.percentile(0.99));
        figures.count("bulk_quiet_refused", beside.count(429) + beside.count(503));
    }

    /** Ten times what it can do. */
    void overload() {
        var tally =
                rostrum("ten times the peak offered", plan.overload(), rush(open(peak * OVERLOAD, MOST_CONNECTIONS)));
        figures.put("overload_offered_per_second", tally.offeredPerSecond());
        figures.put("overload_goodput_per_second", tally.perSecond());
        figures.put("overload_goodput_ratio", tally.perSecond() / peak);
        figures.put("overload_p99_ms", tally.percentile(0.99));
        figures.count("overload_429", tally.count(429));
        figures.count("overload_503", tally.count(503));
        figures.count("overload_other_5xx", tally.serverErrors());
        figures.count("overload_broken_connections", tally.broken());
        figures.count("overload_went_away", tally.unsent());
    }

    /** Goes on until so many have been acknowledged in all, looking at intake's memory on the way. */
    void memory() {
        for (long mark = watermarks.next(); mark > 0; mark = watermarks.next()) {
            progress.say("sending on until %,d are acknowledged".formatted(mark));
            keep(List.of(LoadGenerator.until(mark - acknowledged.size(), rostrumAtOnce())));
        }
        watermarks.compare();
    }

    /** Whether everything that was acknowledged is there. */
    void check() {
        progress.say(
                "looking for each of %,d acknowledged submissions in store and log".formatted(acknowledged.size()));
        var kept = Kept.in(system);
        figures.count("acknowledged", acknowledged.size());
        figures.count("manifests", kept.manifests().size());
        figures.count("records", kept.records().size());
        figures.count("missing_manifests", kept.withoutManifest(acknowledged));
        figures.count("missing_records", kept.withoutRecord(acknowledged));
        figures.count("records_twice", kept.recordedTwice());
    }

    private Tally one(String what, Traffic traffic) {
        var before = Effort.now(system, baseline.process());
        var tallies = LoadGenerator.run(plan.round(), traffic);
        var tally = tallies.getFirst();
        boolean isRostrum = !traffic.to().equals(baseline.address());
        if (isRostrum) {
            keep(tallies);
        }
        var effort = Effort.now(system, baseline.process()).since(before, tally.acknowledged());
        progress.say(what + ": " + tally);
        progress.say("  processor ms each: "
                + effort.entrySet().stream()
                        .map(entry -> "%s %.2f".formatted(entry.getKey(), entry.getValue()))
                        .toList());
        effort.forEach((part, millis) -> {
            figures.put((isRostrum ? "rostrum" : "baseline") + "_cpu_ms_" + part, millis);
        });
        return tally;
    }

    private Tally rostrum(String what, Duration duration, Traffic traffic) {
        var tallies = LoadGenerator.run(duration, traffic);
        keep(tallies);
        progress.say(what + ": " + tallies.getFirst());
        return tallies.getFirst();
    }

    private void keep(List<Tally> tallies) {
        tallies.forEach(tally -> acknowledged.addAll(tally.references()));
        watermarks.look(acknowledged.size());
    }

    private Traffic rostrumAtOnce() {
        return rush(new Arrivals.Closed(options.atOnce()));
    }

    private Traffic baselineAtOnce() {
        return new Traffic(baseline.address(), clients(), toBaseline, new Arrivals.Closed(options.atOnce()));
    }

    private Traffic rush(Arrivals arrivals) {
        return new Traffic(system.intake(), clients(), toRush, arrivals);
    }

    private static Arrivals open(double perSecond, int connections) {
        return new Arrivals.Open(perSecond, connections, PATIENCE);
    }

    /** A load comes from many clients, or the limit of each would be what is measured. */
    private static List<InetAddress> clients() {
        return IntStream.rangeClosed(1, CLIENTS).mapToObj(Measurements::address).toList();
    }

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) last});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }
}
