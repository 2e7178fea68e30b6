package org.rostrum.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rostrum.stack.EmbeddedStack;
import org.rostrum.stack.Part;
import org.rostrum.system.faults.Finding.Fault;

/**
 * The checker is worth something only if it finds bugs. Intake's own use cases run against a real store and a real broker with
 * one bug planted, through three things that happen in life; the checker must name each bug, and be silent without one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedBugsIT {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final int SENDINGS = 12;
    private static final int TAIL_BYTES = 64;
    private static final Pattern SUBMISSIONS_LOG = Pattern.compile(".*/submissions\\.v1-[0-9]+/[^/]+\\.log");

    private final Path state = Path.of("target", "planted");
    private EmbeddedStack stack;
    private StoreAndLog truth;
    private int port;

    @BeforeAll
    void start() throws IOException {
        stack = EmbeddedStack.start(state, Part.KAFKA, Part.S3);
        truth = new StoreAndLog(PlantedWiring.s3(stack.environment(Part.INTAKE)), stack.kafka());
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void says_nothing_of_intake_as_it_is() throws Exception {
        assertThat(findings(Plant.HEALTHY, this::repeat)).isEmpty();
        assertThat(findings(Plant.HEALTHY, this::kill)).isEmpty();
        assertThat(findings(Plant.HEALTHY, this::loseTail)).isEmpty();
    }

    @Test
    void catches_a_receipt_that_went_out_before_the_manifest_was_written() throws Exception {
        assertThat(faults(Plant.ACK_BEFORE_MANIFEST, this::kill))
                .contains(Fault.MANIFEST_LOST, Fault.RECORD_WITHOUT_MANIFEST);
    }

    @Test
    void catches_a_receipt_that_went_out_before_the_record_was_produced() throws Exception {
        assertThat(faults(Plant.ACK_BEFORE_RECORD, this::kill)).containsExactly(Fault.RECORD_LOST);
    }

    @Test
    void catches_a_broker_that_lost_its_tail_when_nobody_reconciles() throws Exception {
        assertThat(faults(Plant.ACKS_ONE, this::loseTail)).containsExactly(Fault.RECORD_LOST);
    }

    @Test
    void catches_that_repetitions_become_submissions() throws Exception {
        assertThat(faults(Plant.RANDOM_IDS, this::repeat))
                .contains(Fault.TWO_SUBMISSIONS, Fault.TWO_RECEIPTS, Fault.OTHER_BODY_ACKNOWLEDGED);
    }

    @Test
    void catches_a_second_receipt_with_another_instant() throws Exception {
        assertThat(faults(Plant.NEW_INSTANT_ON_REPLAY, this::repeat))
                .containsExactlyInAnyOrder(Fault.TWO_RECEIPTS, Fault.WRONG_INSTANT);
    }

    @Test
    void catches_a_manifest_that_was_overwritten() throws Exception {
        assertThat(faults(Plant.MANIFEST_OVERWRITTEN, this::repeat))
                .contains(Fault.MANIFEST_CHANGED, Fault.TWO_RECEIPTS, Fault.OTHER_BODY_ACKNOWLEDGED);
    }

    @Test
    void catches_an_attachment_that_was_not_stored() throws Exception {
        assertThat(faults(Plant.ATTACHMENT_NOT_STORED, this::repeat)).containsExactly(Fault.ATTACHMENT_LOST);
    }

    @Test
    void catches_an_attachment_that_lost_its_end() throws Exception {
        assertThat(faults(Plant.ATTACHMENT_CUT, this::repeat)).containsExactly(Fault.ATTACHMENT_CHANGED);
    }

    @Test
    void catches_one_version_told_as_two_facts() throws Exception {
        assertThat(faults(Plant.RECORD_TWICE, this::repeat)).containsExactly(Fault.RECORD_DOUBLED);
    }

    @Test
    void catches_another_body_taken_for_a_repetition() throws Exception {
        assertThat(faults(Plant.ANY_BODY_IS_THE_SAME, this::repeat)).contains(Fault.OTHER_BODY_ACKNOWLEDGED);
    }

    @Test
    void catches_a_time_that_is_not_the_servers() throws Exception {
        assertThat(faults(Plant.WRONG_CLOCK, this::repeat)).containsExactly(Fault.WRONG_INSTANT);
    }

    // What happens in life

    /** A scene plays with the running process and may put another in its place. */
    @FunctionalInterface
    private interface Scene {
        Process play(Plant plant, Process process, Courier courier) throws Exception;
    }

    private Process repeat(Plant plant, Process process, Courier courier) {
        for (var sending : sendings()) {
            courier.sendUntilAnswered(sending, Duration.ofMillis(100), SOON);
            courier.sendUntilAnswered(sending, Duration.ofMillis(100), SOON);
            courier.sendUntilAnswered(sending.otherBody(), Duration.ofMillis(100), SOON);
        }
        return process;
    }

    private Process kill(Plant plant, Process process, Courier courier) throws Exception {
        sendings().forEach(sending -> courier.sendUntilAnswered(sending, Duration.ofMillis(100), SOON));
        process.destroyForcibly().waitFor();
        return launch(plant);
    }

    /** As if the machine had lost power before the broker's last bytes were on the disk, and intake were started again. */
    private Process loseTail(Plant plant, Process process, Courier courier) throws Exception {
        sendings().forEach(sending -> courier.sendUntilAnswered(sending, Duration.ofMillis(100), SOON));
        process.destroyForcibly().waitFor();
        stack.kill(Part.KAFKA);
        try (var logs = Files.walk(state.resolve("kafka"))) {
            for (var log : logs.filter(PlantedBugsIT::isOfSubmissions).toList()) {
                cutTail(log);
            }
        }
        stack.up(Set.of(Part.KAFKA, Part.S3));
        return launch(plant);
    }

    private static boolean isOfSubmissions(Path file) {
        return SUBMISSIONS_LOG.matcher(file.toString()).matches();
    }

    private static void cutTail(Path log) throws IOException {
        try (var channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.truncate(Math.max(0, channel.size() - TAIL_BYTES));
        }
    }

    private static List<Sending> sendings() {
        var sendings = new ArrayList<Sending>();
        for (int i = 0; i < SENDINGS; i++) {
            var files = i == 0 ? List.of(new Sending.File("paper.txt", "A paper on fibre.")) : List.<Sending.File>of();
            sendings.add(Sending.fresh(UUID.randomUUID().toString(), files));
        }
        return sendings;
    }

    private Set<Fault> faults(Plant plant, Scene scene) throws Exception {
        return Set.copyOf(findings(plant, scene).stream().map(Finding::fault).toList());
    }

    /** What the checker says; of a healthy intake only after its reconciler had some time. */
    private List<Finding> findings(Plant plant, Scene scene) throws Exception {
        var before = truth.gather();
        var history = new History();
        var process = launch(plant);
        try (var courier = new Courier("http://127.0.0.1:" + port, history, 0, Duration.ofSeconds(20))) {
            process = scene.play(plant, process, courier);
            assertThat(history.acknowledgedKeys()).isEqualTo(SENDINGS);
            if (plant == Plant.HEALTHY) {
                Awaitility.await("reconciled")
                        .atMost(SOON)
                        .until(() -> check(history, before).isEmpty());
            }
            return check(history, before);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private List<Finding> check(History history, Evidence before) {
        return Checker.check(history.exchanges(), truth.gather().without(before));
    }

    private Process launch(Plant plant) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                PlantedIntake.class.getName(),
                String.valueOf(port),
                plant.name());
        builder.environment().putAll(stack.environment(Part.INTAKE));
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/planted-intake.log")));
        var process = builder.start();
        Awaitility.await("the planted intake listens")
                .atMost(SOON.multipliedBy(2))
                .until(() -> listens() || !process.isAlive());
        assertThat(process.isAlive()).as("see target/planted-intake.log").isTrue();
        return process;
    }

    private boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }
}
