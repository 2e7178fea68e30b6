package org.rostrum.intake.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rostrum.intake.running.RunningIntake.answer;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Json;
import org.rostrum.stack.Part;

/** Parts of the world go away, by kill -9, and come back. */
class OutageIT {
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private final RunningIntake intake = RunningIntake.shared();

    @AfterEach
    void bring_everything_back() {
        intake.stack.up(Set.of(Part.KAFKA, Part.S3, Part.POSTGRES));
        intake.awaitReady();
    }

    @Test
    void without_the_store_the_sender_is_told_to_repeat_and_repeating_converges() throws Exception {
        var key = UUID.randomUUID().toString();
        intake.stack.kill(Part.S3);

        var refused = intake.post(key, answer("Store."));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("same Idempotency-Key");
        intake.stack.up(Set.of(Part.S3));
        assertThat(intake.eventIds(reference(sendUntilReceived(key, "Store.")))).hasSize(1);
    }

    @Test
    void without_the_broker_the_submission_is_kept_and_announced_once_it_is_back() throws Exception {
        var key = UUID.randomUUID().toString();
        var before = intake.store.list("submissions/").toList();
        intake.stack.kill(Part.KAFKA);

        var refused = intake.post(key, answer("Broker."));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("It is stored and will be processed");
        var manifest = intake.store
                .list("submissions/")
                .filter(name -> !before.contains(name))
                .findFirst()
                .orElseThrow();
        var reference = manifest.split("/", -1)[1];
        intake.stack.up(Set.of(Part.KAFKA));
        Awaitility.await("the reconciler, without the sender")
                .atMost(RECOVERY)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(intake.eventIds(reference)).hasSize(1));
        assertThat(reference(sendUntilReceived(key, "Broker."))).isEqualTo(reference);
        assertThat(intake.eventIds(reference)).hasSize(1);
    }

    @Test
    void starts_and_receives_without_postgresql_and_keycloak() throws Exception {
        intake.stack.kill(Part.POSTGRES);
        intake.killAndStart();

        var sent = intake.post(UUID.randomUUID().toString(), answer("No database."));

        assertThat(sent.statusCode()).isEqualTo(201);
        var receipt = Json.mapper().readTree(sent.body());
        var status =
                intake.get("/api/v1/submissions/" + receipt.get("reference").asText() + "?secret="
                        + receipt.get("secret").asText());
        assertThat(status.body()).contains("\"unavailable\"", "Your submission is safe");
        assertThat(intake.get("/q/health/well").statusCode()).isEqualTo(503);
    }

    @Test
    void a_killed_process_has_forgotten_nothing_that_it_acknowledged() throws Exception {
        var key = UUID.randomUUID().toString();
        var first = intake.post(key, answer("Kill."));

        intake.killAndStart();

        assertThat(intake.post(key, answer("Kill.")).body()).isEqualTo(first.body());
    }

    private HttpResponse<String> sendUntilReceived(String key, String text) {
        return Awaitility.await()
                .atMost(RECOVERY)
                .until(() -> intake.post(key, answer(text)), sent -> sent.statusCode() / 100 == 2);
    }

    private static String reference(HttpResponse<String> sent) throws Exception {
        return Json.mapper().readTree(sent.body()).get("reference").asText();
    }
}
