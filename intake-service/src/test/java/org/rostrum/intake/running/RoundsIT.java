package org.rostrum.intake.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Json;

/** Managers steer the rounds of a real intake: opening, extending, closing, with the audit trail of it. */
class RoundsIT {
    private static final RunningIntake INTAKE = RunningIntake.shared();

    private final String id =
            "rounds-" + Integer.toString(ThreadLocalRandom.current().nextInt(1_000_000), 36);

    @BeforeEach
    void defined() {
        assertThat(define(definition("accept"), null).statusCode()).isEqualTo(201);
    }

    private String definition(String late) {
        return """
                id: %s
                title: { ar: اختبار, en: A test }
                organiser: The Council
                zone: Asia/Kathmandu
                rounds:
                  - id: first
                    accepts: [response]
                    opens: 2099-01-01
                    closes: 2099-02-01
                    late: %s
                    instrument: [{ number: "1", text: "Why?" }]
                """.formatted(id, late);
    }

    private HttpResponse<String> define(String yaml, @Nullable String ifMatch) {
        var request = request("").header("Content-Type", "application/yaml").PUT(BodyPublishers.ofString(yaml));
        return INTAKE.send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    private HttpRequest.Builder request(String path) {
        return INTAKE.request("/api/v1/consultations/" + id + path)
                .header("Authorization", "Bearer " + INTAKE.issuer.token("manager"));
    }

    private HttpResponse<String> verb(String verb, String json) {
        return INTAKE.send(request("/rounds/first/" + verb)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> submit(String key) {
        return INTAKE.send(INTAKE.request("/api/v1/consultations/" + id + "/rounds/first/submissions")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "rounds-it-" + key)
                // A sender's own clock is no argument.
                .header("Rostrum-Date", "Mon, 01 Jan 2024 00:00:00 GMT")
                .POST(BodyPublishers.ofString("""
                        {"respondent":{"givenName":"Ada","familyName":"Lovelace"},
                         "answers":[{"item":"1","text":"Because"}],"publication":"public","declaration":true}""")));
    }

    private JsonNode round() throws IOException {
        return json(INTAKE.get("/api/v1/consultations/" + id)).path("rounds").path(0);
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return Json.mapper().readTree(response.body());
    }

    @Test
    void a_round_is_opened_closed_and_extended_and_the_trail_says_who_and_why() throws Exception {
        assertThat(submit("early").statusCode()).isEqualTo(409);

        assertThat(verb("opening", "").statusCode()).isEqualTo(200);
        assertThat(round().path("phase").asText()).isEqualTo("open");
        assertThat(submit("in-time").statusCode()).isEqualTo(201);

        assertThat(json(verb("closing", "")).path("changed").asBoolean()).isTrue();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> round().path("phase").asText().equals("closed"));
        assertThat(json(verb("closing", "")).path("changed").asBoolean()).isFalse();

        assertThat(verb("extension", "{\"closes\":\"2099-03-01\"}").statusCode())
                .isEqualTo(422);
        var extension =
                "{\"closes\":\"2099-03-01T18:00\",\"reason\":{\"en\":\"The papers came late\",\"fr\":\"Retard\"}}";
        assertThat(json(verb("extension", extension)).path("changed").asBoolean())
                .isTrue();
        assertThat(json(verb("extension", extension)).path("changed").asBoolean())
                .isFalse();
        assertThat(round().path("phase").asText()).isEqualTo("open");
        assertThat(round().path("rule").asText()).contains("1 March 2099, 18:00:00 (Asia/Kathmandu, UTC+05:45)");
        assertThat(round().path("extensions").path(0).path("reason").path("fr").asText())
                .isEqualTo("Retard");

        assertThat(INTAKE.get("/consultations/" + id).body()).contains("The closing was moved", "The papers came late");
        var trail = json(INTAKE.send(request("/revisions"))).path("revisions");
        assertThat(trail).hasSize(4);
        assertThat(trail.path(0).path("by").path("subject").asText()).isEqualTo("subject-of-manager");
        assertThat(trail.path(0).path("changes").toString()).contains("because “The papers came late”");
        assertThat(json(INTAKE.send(request("/revisions/4")))
                        .path("definition")
                        .path("title")
                        .fieldNames()
                        .next())
                .as("the organiser's languages keep their order")
                .isEqualTo("ar");
    }

    @Test
    void what_comes_after_the_closing_of_a_round_that_takes_it_is_flagged_late() throws Exception {
        verb("opening", "");
        verb("closing", "");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> round().path("phase").asText().equals("closed"));

        assertThat(submit("late").statusCode()).isEqualTo(201);
        assertThat(INTAKE.records("submissions.v1"))
                .filteredOn(record -> new String(record.value(), UTF_8).contains(id))
                .singleElement()
                .satisfies(
                        record -> assertThat(new String(record.value(), UTF_8)).contains("\"flags\":[\"late\"]"));
    }

    @Test
    void the_rule_is_told_to_whom_it_turns_away() throws Exception {
        assertThat(define(definition("refuse"), null).statusCode()).isEqualTo(200);
        verb("opening", "");
        verb("closing", "");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> round().path("phase").asText().equals("closed"));

        var refused = submit("late");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("detail").asText())
                .contains("(Asia/Kathmandu, UTC+05:45)", "on our clock", "Yours arrived at");
        assertThat(json(refused).path("kept").asText()).isEqualTo("Nothing of this submission was kept.");
    }

    @Test
    void of_managers_who_change_the_same_revision_at_once_one_wins_and_the_others_are_told() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 8)
                    .mapToObj(n -> (Callable<Integer>) () -> define(
                                    definition("accept").replace("A test", "Title " + n), "\"1\"")
                            .statusCode())
                    .toList();
            List<Integer> codes =
                    threads.invokeAll(tries).stream().map(Future::resultNow).toList();

            assertThat(codes).filteredOn(code -> code == 200).hasSize(1);
            assertThat(codes).filteredOn(code -> code == 412).hasSize(7);
        }
    }

    @Test
    void only_managers_steer_and_read_the_trail() {
        var path = "/api/v1/consultations/" + id;
        for (var verb : List.of("opening", "closing", "extension")) {
            assertThat(INTAKE.send(INTAKE.request(path + "/rounds/first/" + verb)
                                    .header("Content-Type", "application/json")
                                    .header("Authorization", "Bearer " + INTAKE.issuer.token("staff"))
                                    .POST(BodyPublishers.ofString("{}")))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(INTAKE.get(path + "/revisions").statusCode()).isEqualTo(401);
    }

    @Test
    void what_would_break_references_is_refused_with_the_reason() throws Exception {
        verb("opening", "");

        var renumbered = define(
                definition("accept")
                        .replace("number: \"1\"", "number: \"2\"")
                        .replace(
                                "2099-01-01",
                                Instant.now()
                                        .atZone(ZoneOffset.UTC)
                                        .minusDays(1)
                                        .truncatedTo(ChronoUnit.DAYS)
                                        .toLocalDate()
                                        .toString()),
                null);

        assertThat(renumbered.statusCode()).isEqualTo(409);
        assertThat(json(renumbered).path("detail").asText()).contains("missing: 1.");
    }
}
