package org.rostrum.system.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Submissions of people who mean no good (hostile-input 14, 16, 18, 19): each is refused with a reason, and nothing is kept. */
class HostileSubmissionsIT {
    private static final String OPEN = "/api/v1/consultations/" + Courier.CONSULTATION + "/rounds/open/submissions";

    private final FaultStack system = FaultStack.shared();
    private final Evidence before = system.evidence();

    @AfterEach
    void nothing_was_kept() {
        assertThat(system.evidence().without(before).objects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with a space in it", "with\ta-tab-in-it"})
    void a_malformed_key_is_refused(String key) {
        var answer = system.send(OPEN, body(), "Idempotency-Key", key);

        assertProblem(answer, 400, "idempotency-key-malformed");
    }

    @Test
    void a_key_of_201_characters_is_refused() {
        assertProblem(system.send(OPEN, body(), "Idempotency-Key", "k".repeat(201)), 400, "idempotency-key-malformed");
    }

    @Test
    void a_spoofed_date_opens_no_closed_round() {
        var answer = system.send(
                OPEN.replace("/open/", "/closed/"),
                body(),
                "Idempotency-Key",
                key(),
                "X-Forwarded-Date",
                "Mon, 01 Jan 2024 12:00:00 GMT",
                "Rostrum-Received-At",
                "2024-01-15T12:00:00Z");

        assertProblem(answer, 409, "round-closed");
        assertThat(answer.body()).contains("on our clock");
    }

    @Test
    void an_instant_in_the_body_is_an_unknown_field() {
        var answer = send(body().replace("{\"respondent\"", "{\"receivedAt\":\"2024-01-15T12:00:00Z\",\"respondent\""));

        assertProblem(answer, 400, "wrong-fields");
        assertThat(answer.body()).contains("/receivedAt");
    }

    @Test
    void a_thousand_levels_of_json_are_refused() {
        var deep = "[".repeat(1000) + "]".repeat(1000);

        assertProblem(send("{\"answers\":" + deep + "}"), 400, "not-json");
    }

    @Test
    void a_name_that_occurs_twice_is_refused() {
        var answer = send(body().replace("\"publication\"", "\"publication\":\"confidential\",\"publication\""));

        assertProblem(answer, 400, "not-json");
        assertThat(answer.body()).contains("twice");
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() {
        var bytes = body().replace("Fibre", "F\u00e9bre").getBytes(ISO_8859_1);

        assertProblem(system.send(OPEN, bytes, "Idempotency-Key", key()), 400, "not-json");
    }

    @Test
    void half_a_character_is_refused() {
        assertProblem(send(body().replace("Fibre", "\\ud83d")), 400, "wrong-fields");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "reference", "version", "requestDigest", "clearance", "__proto__"})
    void a_field_that_is_not_the_senders_is_named(String name) {
        var answer = send(body().replace("{\"respondent\"", "{\"" + name + "\":\"cleared\",\"respondent\""));

        assertProblem(answer, 400, "wrong-fields");
        assertThat(answer.body()).contains("\"/" + name + "\"");
    }

    private HttpResponse<String> send(String json) {
        return system.send(OPEN, json, "Idempotency-Key", key());
    }

    private static String body() {
        return Sending.fresh(key(), List.of()).json();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("urn:rostrum:problem:" + type);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
