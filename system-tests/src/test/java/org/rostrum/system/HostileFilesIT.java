package org.rostrum.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.hostile.HostileFile;
import org.rostrum.hostile.HostileFile.Quarantined;
import org.rostrum.hostile.HostileFile.Refused;
import org.rostrum.hostile.HostileFiles;

/**
 * The files that nobody should open, sent to the running system: the text counts, the file is set aside with a reason that its
 * sender reads, nothing of it is published, nobody is called, and the service goes on as before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFilesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** The service's heap is 512 MB; a file that got into it would not go unnoticed. */
    private static final long MOST_GROWTH_KIB = 200 * 1024;
    /** Ordinary submissions after each hostile one. */
    private static final int ORDINARY = 3;

    private final RunningSystem system = RunningSystem.shared();
    private final Callers callers = Callers.listening();
    private Actors actors = new Actors(system, "unset");
    private final HostileFiles files = new HostileFiles(callers.port());

    @BeforeAll
    void define_a_consultation() throws IOException {
        actors = new Actors(system, Consultations.define(system, "hostile"));
    }

    @AfterAll
    void nobody_was_called() {
        assertThat(callers.heard()).isZero();
    }

    @Test
    void hostile_20_to_42_are_set_aside_with_a_reason_and_harm_nobody() throws IOException {
        actors.waitForCase(reference(actors.submit(answering("A first one, to warm up."))));
        long pid = processing();
        long before = residentKib(pid);
        Map<HostileFile, JsonNode> receipts = new HashMap<>();
        List<JsonNode> ordinary = new ArrayList<>();

        files.all().filter(file -> file.expected() instanceof Quarantined).forEach(file -> {
            receipts.put(file, send(file));
            for (int i = 0; i < ORDINARY; i++) {
                ordinary.add(actors.submit(answering("An honest answer: Chuditch."), ordinary(i)));
            }
        });

        receipts.forEach(this::isSetAside);
        ordinary.forEach(
                receipt -> assertThat(actors.waitForCase(reference(receipt)).toString())
                        .contains("Chuditch", "honest attachment"));
        assertThat(Sockets.ofOthersThanThisMachine(pid))
                .as("connections of processing and its readers to elsewhere")
                .isEmpty();
        assertThat(actors.publishedReferences())
                .doesNotContainAnyElementsOf(receipts.values().stream()
                        .map(HostileFilesIT::reference)
                        .toList());
        assertThat(processing()).as("the service was not restarted").isEqualTo(pid);
        assertThat(residentKib(pid) - before).as("KiB that the service grew by").isLessThan(MOST_GROWTH_KIB);
    }

    /** Of a kind of its own each, so that readers of all of them are at work among the hostile ones. */
    private static Http.File ordinary(int number) {
        String words = "An honest attachment, number " + number + ".";
        return switch (number % ORDINARY) {
            case 0 -> new Http.File("annex.txt", "text/plain", words.getBytes(UTF_8));
            case 1 -> new Http.File("annex.html", "text/html", ("<p>" + words + "</p>").getBytes(UTF_8));
            default -> new Http.File("annex.rtf", "application/rtf", ("{\\rtf1 " + words + "}").getBytes(UTF_8));
        };
    }

    @Test
    void hostile_38_39_42_are_refused_and_nothing_is_stored() {
        files.all().filter(file -> file.expected() instanceof Refused).forEach(file -> {
            var answer = actors.send(answering("My words."), Respondents.newKey(), attachment(file));

            assertThat(answer.status()).as(file + ": " + answer).isBetween(400, 422);
            assertThat(answer.text()).as(file.toString()).contains("/attachments/0");
        });
    }

    @Test
    void the_service_says_what_keeps_readers_from_the_network() {
        actors.waitForCase(reference(actors.submit(answering("A reader has to be at work."), ordinary(0))));

        var health = Http.get(system.processing() + "/q/health/ready").json().toString();

        assertThat(health).contains("\"network\":false").contains("no-sockets");
    }

    private JsonNode send(HostileFile file) {
        return actors.submit(answering("My words stay whatever is attached: Numbat."), attachment(file));
    }

    private void isSetAside(HostileFile file, JsonNode receipt) {
        var filed = actors.waitForCase(reference(receipt));
        assertThat(filed.toString()).as(file.toString()).contains("Numbat").doesNotContain(HostileFile.ABSENT + " is");
        await().atMost(PATIENCE).untilAsserted(() -> {
            var told = Http.get(
                    system.intake() + "/api/v1/submissions/" + reference(receipt),
                    "Rostrum-Receipt-Secret",
                    receipt.get("secret").asText());
            assertThat(reasons(file))
                    .as(file.toString())
                    .anySatisfy(reason ->
                            assertThat(told.text()).contains(reason.code()).contains(reason.sentence()));
        });
    }

    private static List<QuarantineReason> reasons(HostileFile file) {
        return file.expected() instanceof Quarantined(var reasons) ? List.copyOf(reasons) : List.of();
    }

    private static Http.File attachment(HostileFile file) {
        return new Http.File(file.name(), "application/octet-stream", file.content());
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode answering(String words) {
        return Respondents.submission("public", Map.of("1", words));
    }

    private static String reference(JsonNode receipt) {
        return receipt.get("reference").asText();
    }

    private long processing() throws IOException {
        var file = Files.readString(system.state().resolve("run/processing.pid"));
        return Long.parseLong(file.strip().split("\\s+", 2)[0]);
    }

    private static long residentKib(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
