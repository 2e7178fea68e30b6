package org.rostrum.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.rostrum.stack.Part;
import org.rostrum.system.faults.KillPlan.Strike;

/**
 * Promise 1 under fire: processes are killed while clients send. {@code -Dfaults.kills}, {@code -Dfaults.acknowledged} and
 * {@code -Dfaults.clients} make it a soak; {@code -Dfaults.seed} repeats a plan. docs/durability.md tells more.
 */
class FaultsIT {
    private static final int KILLS = Integer.getInteger("faults.kills", 30);
    private static final int ACKNOWLEDGED = Integer.getInteger("faults.acknowledged", 5_000);
    private static final int CLIENTS = Integer.getInteger("faults.clients", 16);
    private static final long SEED = Long.getLong("faults.seed", new Random().nextInt(1_000_000));
    private static final Duration PACE = Duration.ofMillis(120);
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private final FaultStack system = FaultStack.shared();
    private final History history = new History();
    private final Map<Part, Integer> kills = new EnumMap<>(Part.class);
    private final List<Recovery> recoveries = new ArrayList<>();

    /** How long it took from the first kill to the acknowledgement of something sent after it. */
    private record Recovery(Strike strike, Duration duration) {}

    @Test
    void loses_and_doubles_nothing_that_was_acknowledged_while_intake_broker_and_store_are_killed() throws Exception {
        System.out.printf("faults.seed=%d%n", SEED);
        var before = system.evidence();
        var begun = Instant.now();
        try (var crowd = new Crowd(CLIENTS, system.intake(), history, SEED, PACE)) {
            awaitAcknowledged(CLIENTS);
            for (var strike : KillPlan.of(SEED, KILLS)) {
                carryOut(strike);
            }
            awaitAcknowledged(ACKNOWLEDGED);
            crowd.finish(RECOVERY);
        }
        var sent = Duration.between(begun, Instant.now());

        var findings = system.findingsOnceReconciled(history.exchanges(), before);

        System.out.println(summary(sent, findings));
        assertThat(findings).isEmpty();
        assertThat(history.acknowledgedKeys()).isGreaterThanOrEqualTo(ACKNOWLEDGED);
        assertThat(kills.values().stream().mapToInt(count -> count).sum()).isGreaterThanOrEqualTo(KILLS);
        assertThat(history.retries()).as("the kills were felt").isPositive();
        assertThat(history.refused(422)).as("other bodies were tried").isPositive();
        assertThat(history.acknowledgedChanges())
                .as("amendments and withdrawals were tried")
                .isPositive();
    }

    private void awaitAcknowledged(long count) {
        Awaitility.await(count + " acknowledged")
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> history.acknowledgedKeys() >= count);
    }

    private void carryOut(Strike strike) {
        Courier.rest(strike.after());
        var first = Instant.now();
        for (var part : strike.parts()) {
            system.kill(part);
            kills.merge(part, 1, Integer::sum);
            Courier.rest(strike.apart());
        }
        Courier.rest(strike.down());
        var upAgain = Instant.now();
        system.stack.up(FaultStack.PARTS);
        recoveries.add(new Recovery(strike, Duration.between(first, awaitFlowing(upAgain))));
    }

    /** Everything is back only when something that was sent after the restart is acknowledged. */
    private Instant awaitFlowing(Instant since) {
        return Awaitility.await("acknowledgements after a kill")
                .atMost(RECOVERY)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> history.firstAcknowledgedAfter(since), Optional::isPresent)
                .orElseThrow();
    }

    private String summary(Duration sent, List<Finding> findings) {
        var table = new StringBuilder("%n| fault test, seed %d | |%n|---|---:|%n".formatted(SEED));
        row(table, "acknowledged submissions", history.acknowledgedKeys());
        row(table, "requests", history.exchanges().size());
        row(table, "repeated after 5xx, timeout or lost connection", history.retries());
        row(table, "receipts handed out again", history.repeatedReceipts());
        row(table, "amendments and withdrawals acknowledged", history.acknowledgedChanges());
        row(table, "other body under an old key, refused with 422", history.refused(422));
        kills.forEach((part, count) -> row(table, "kill -9 of " + part.label(), count));
        for (var part : kills.keySet()) {
            row(table, "recovery after " + part.label() + " alone (median, longest)", recovery(part));
        }
        row(table, "seconds of sending", sent.toSeconds());
        row(table, "findings of the checker", findings.size());
        return table.toString();
    }

    private String recovery(Part part) {
        var seconds = recoveries.stream()
                .filter(recovery -> recovery.strike().parts().equals(Set.of(part)))
                .map(recovery -> recovery.duration().toMillis() / 1000.0)
                .sorted()
                .toList();
        return seconds.isEmpty()
                ? "none"
                : "%.1f s, %.1f s".formatted(seconds.get(seconds.size() / 2), seconds.getLast());
    }

    private static void row(StringBuilder table, String name, Object value) {
        table.append("| %s | %s |%n".formatted(name, value));
    }
}
