package org.rostrum.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.rostrum.stack.Part;
import org.rostrum.system.faults.Reply.Acknowledged;
import org.rostrum.system.faults.Traps.Call;
import org.rostrum.system.faults.Traps.Moment;

/**
 * Every external call that the running intake makes while it answers, disturbed in every way. The calls are observed first, so
 * that one which is added gets its crash points by itself.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashPointsIT {
    private static final Duration GIVES_UP_AFTER = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private final FaultStack system = FaultStack.shared();
    private final Traps traps = new Traps(() -> system.kill(Part.INTAKE));
    private final History history = new History();
    private StoreProxy store;
    private BrokerProxy broker;
    private Courier courier;
    private Evidence before;

    @BeforeAll
    void stand_between_intake_and_the_world() throws IOException {
        int advertised = freePort();
        int listener = freePort();
        system.stack.override(
                Part.KAFKA,
                Map.of(
                        "listeners", "PROXIED://127.0.0.1:" + listener,
                        "advertised.listeners", "PROXIED://127.0.0.1:" + advertised,
                        "listener.security.protocol.map", "PROXIED:PLAINTEXT"));
        system.stack.restart(Part.KAFKA);
        store = new StoreProxy(
                URI.create(system.variable("ROSTRUM_S3_ENDPOINT")).getPort(), traps);
        broker = new BrokerProxy(advertised, listener, traps);
        system.stack.override(
                Part.INTAKE,
                Map.of(
                        "ROSTRUM_S3_ENDPOINT", "http://127.0.0.1:" + store.port(),
                        "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + advertised));
        system.stack.restart(Part.INTAKE);
        courier = new Courier(system.intake(), history, 0, GIVES_UP_AFTER);
        before = system.evidence();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    void step_aside() throws IOException {
        system.stack.override(Part.INTAKE, Map.of());
        system.stack.override(Part.KAFKA, Map.of());
        store.close();
        broker.close();
        courier.close();
        system.stack.restart(Part.KAFKA);
        system.stack.restart(Part.INTAKE);
    }

    @TestFactory
    Stream<DynamicContainer> nothing_is_lost_or_doubled_at() {
        return Arrays.stream(Scenario.values())
                .map(scenario -> DynamicContainer.dynamicContainer(
                        scenario.toString(),
                        observed(scenario).stream().flatMap(call -> disturbances(scenario, call))));
    }

    /** What intake does by itself meanwhile, for what was disturbed before, is not the same twice. */
    private List<Call> observed(Scenario scenario) {
        List<Call> last;
        List<Call> calls = List.of();
        do {
            last = calls;
            calls = observedOnce(scenario);
        } while (!calls.equals(last));
        System.out.println("The external calls of " + scenario + ": " + calls);
        return calls;
    }

    private List<Call> observedOnce(Scenario scenario) {
        var sending = scenario.prepare(courier, system.bulkToken());
        traps.begin();
        var reply = courier.sendUntilAnswered(sending, PAUSE, RECOVERY);
        var calls = traps.seen().stream()
                .filter(call -> !call.shape().contains(" mail/")) // of what follows the answer
                .toList();
        assertThat(reply).as(scenario.toString()).isInstanceOf(Acknowledged.class);
        if (!scenario.mayNeedNobody()) {
            assertThat(calls).as("the calls of " + scenario).isNotEmpty();
        }
        return calls;
    }

    private Stream<DynamicTest> disturbances(Scenario scenario, Call call) {
        return Arrays.stream(Moment.values())
                .filter(moment -> moment != Moment.ERROR_AFTER || !call.shape().equals(BrokerProxy.PRODUCE))
                .map(moment -> DynamicTest.dynamicTest(call + ": " + moment, () -> disturb(scenario, call, moment)));
    }

    private void disturb(Scenario scenario, Call call, Moment moment) throws Exception {
        var sending = scenario.prepare(courier, system.bulkToken());
        traps.set(call, moment);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reply =
                    CompletableFuture.supplyAsync(() -> courier.sendUntilAnswered(sending, PAUSE, RECOVERY), threads);
            Awaitility.await()
                    .atMost(RECOVERY)
                    .until(() -> traps.hasKilled() || (reply.isDone() && !traps.isKilling()));
            if (traps.hasKilled()) {
                system.stack.up(FaultStack.PARTS);
            }
            assertThat(reply.get(RECOVERY.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(Acknowledged.class);
        }
        if (!traps.isSprung()) {
            traps.begin();
            Assumptions.abort(call + " is made in the background, and was not made in time");
        }
        assertThat(courier.send(sending)).as("and again").isInstanceOf(Acknowledged.class);

        assertThat(system.findingsOnceReconciled(history.exchanges(), before)).isEmpty();
    }
}
