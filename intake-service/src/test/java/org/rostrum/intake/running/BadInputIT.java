package org.rostrum.intake.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rostrum.intake.running.RunningIntake.CONSULTATION;
import static org.rostrum.intake.running.RunningIntake.answer;
import static org.rostrum.intake.running.RunningIntake.submissions;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rostrum.intake.running.RunningIntake.Multipart;

class BadInputIT {
    private final RunningIntake intake = RunningIntake.shared();

    @Test
    void unknown_consultation_and_round() {
        var path = "/api/v1/consultations/nowhere/rounds/first/submissions";
        var sent = intake.send(intake.request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key())
                .POST(BodyPublishers.ofString(answer("x"))));

        assertProblem(sent, 404, "unknown-consultation");
        assertProblem(intake.post("no-such-round", key(), answer("x")), 404, "unknown-round");
    }

    @Test
    void a_closed_round_prints_the_rule_and_the_servers_time() {
        var sent = intake.post("past", key(), answer("x"));

        assertProblem(sent, 409, "round-closed");
        assertThat(sent.body()).contains("1 February 2024, 12:00:00 (Europe/Zurich, UTC+01:00)", "on our clock");
    }

    @Test
    void unknown_item_and_empty_submission() {
        assertThat(intake.post(key(), answer("x").replace("2.e", "9")).body()).contains("/answers/0/item");
        assertProblem(intake.post(key(), "{\"publication\":\"public\",\"declaration\":true}"), 422, "wrong-fields");
    }

    @Test
    void a_field_that_does_not_exist_is_named() {
        var sent = intake.post(key(), answer("x").replace("\"publication\"", "\"status\":\"cleared\",\"publication\""));

        assertProblem(sent, 400, "wrong-fields");
        assertThat(sent.body()).contains("\"/status\"");
    }

    @Test
    void a_missing_or_malformed_key_is_explained() {
        var request = intake.request(submissions("first"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(answer("x")));

        var sent = intake.send(request);

        assertProblem(sent, 400, "idempotency-key-missing");
        assertThat(sent.body()).contains("uuidgen");
        assertProblem(intake.post("short", answer("x")), 400, "idempotency-key-malformed");
    }

    @Test
    void a_wrong_content_type() {
        var sent = intake.send(intake.request(submissions("first"))
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", key())
                .POST(BodyPublishers.ofString("a,b")));

        assertProblem(sent, 415, "unsupported-media-type");
    }

    @Test
    void an_attachment_of_60_megabytes_is_named_and_nothing_is_stored() {
        var before = received();
        var form = new Multipart()
                .field("submission", answer("x"))
                .file("attachment", "small.txt", new byte[] {1})
                .file("attachment", "large.bin", new byte[60 * 1024 * 1024]);

        var sent = intake.post(submissions("first"), form, "Idempotency-Key", key());

        assertProblem(sent, 413, "attachments-too-large");
        assertThat(sent.body()).contains("Attachment 2 is too large; at most 50 MB are taken.");
        assertThat(received()).isEqualTo(before);
    }

    /** What belongs to submissions; mails about earlier ones may be noted meanwhile. */
    private List<String> received() {
        return Stream.of("attachments/", "submissions/", "staged/")
                .flatMap(intake.store::list)
                .toList();
    }

    /** The process dies of an OutOfMemoryError, so that it would not answer the last request. */
    @Test
    void no_body_of_200_megabytes_fills_the_heap() {
        var texts = new Multipart();
        for (int i = 0; i < 60; i++) {
            texts.field("answer." + i, "x".repeat(950_000));
        }
        var json = new Multipart().file("submission", "answer.json", new byte[200 * 1024 * 1024]);
        var parts = "{\"answers\":[" + "[],".repeat(1_000_000) + "[]]}";

        assertProblem(intake.post(submissions("first"), json, "Idempotency-Key", key()), 413, "too-large");
        assertThat(intake.post("/consultations/" + CONSULTATION + "/respond", texts, "Origin", intake.url)
                        .statusCode())
                .isEqualTo(413);
        assertProblem(intake.post(key(), "[" + " ".repeat(20_000_000)), 413, "too-large");
        assertProblem(intake.post(key(), parts), 400, "not-json");
        assertThat(intake.post(key(), answer("Still here.")).statusCode()).isEqualTo(201);
    }

    @Test
    void many_large_bodies_at_once_are_received_or_told_to_come_back() throws Exception {
        var text = "😀".repeat(200_000);
        var large =
                answer(text).replace("\"answers\"", "\"text\":\"%s\",\"summary\":\"%1$s\",\"answers\"".formatted(text));
        Callable<Integer> send = () -> intake.post(key(), large).statusCode();

        try (var threads = Executors.newFixedThreadPool(24)) {
            for (var sent : threads.invokeAll(Collections.nCopies(48, send))) {
                assertThat(sent.get()).isIn(201, 503);
            }
        }

        assertThat(intake.post(key(), large).statusCode()).isEqualTo(201);
    }

    @Test
    void a_text_of_200_000_characters_passes_through_the_form_and_the_api() {
        var text = "😀".repeat(200_000);
        var form = new Multipart()
                .field("key", key())
                .field("round", "first")
                .field("answer.2.e", text)
                .field("text", text)
                .field("publication", "public")
                .field("declaration", "true");

        assertThat(intake.post("/consultations/" + CONSULTATION + "/respond", form, "Origin", intake.url)
                        .statusCode())
                .isEqualTo(303);
        assertThat(intake.post(key(), answer(text)).statusCode()).isEqualTo(201);
    }

    @Test
    void an_empty_attachment_is_refused_with_its_reason() {
        var form = new Multipart().field("submission", answer("x")).file("attachment", "empty.txt", new byte[0]);

        var sent = intake.post(submissions("first"), form, "Idempotency-Key", key());

        assertProblem(sent, 422, "wrong-fields");
        assertThat(sent.body()).contains("Attachment 1 is empty");
    }

    @Test
    void a_part_that_nobody_reads_is_named() {
        var form = new Multipart().field("submission", answer("x")).field("confidential", "true");

        assertProblem(intake.post(submissions("first"), form, "Idempotency-Key", key()), 400, "wrong-parts");
    }

    @Test
    void a_wrong_secret_and_a_wrong_reference_look_the_same() {
        var one = intake.get("/api/v1/submissions/22222-22222", "Rostrum-Receipt-Secret", "GUESS");
        var other = intake.get("/api/v1/submissions/ZZZZZ-ZZZZZ");

        assertProblem(one, 404, "unknown-submission");
        assertThat(other.body()).isEqualTo(one.body());
    }

    @Test
    void only_a_manager_defines_consultations() {
        var soon = Instant.now().plusSeconds(60);

        assertThat(define(intake.issuer.token("manager"))).isEqualTo(200);
        assertThat(define(intake.issuer.token("staff"))).isEqualTo(403);
        assertThat(define(intake.issuer.token("manager", "another-audience", soon, "RS256")))
                .isEqualTo(401);
        assertThat(define(intake.issuer.token(
                        "manager", "rostrum-api", Instant.now().minusSeconds(600), "RS256")))
                .isEqualTo(401);
        assertThat(define(intake.issuer.token("manager", "rostrum-api", soon, "none")))
                .isEqualTo(401);
    }

    private int define(String token) {
        return intake.put(
                        "/api/v1/consultations/" + CONSULTATION, token, "application/yaml", RunningIntake.definition())
                .statusCode();
    }

    @Test
    void a_members_round_asks_for_a_members_token() {
        assertProblem(intake.post("insiders", key(), answer("x")), 401, "members-only");
        assertThat(sendAs("staff")).isEqualTo(403);
        assertThat(sendAs("member")).isEqualTo(201);
    }

    private int sendAs(String role) {
        return intake.send(intake.request(submissions("insiders"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key())
                        .header("Authorization", "Bearer " + intake.issuer.token(role))
                        .POST(BodyPublishers.ofString(answer("x"))))
                .statusCode();
    }

    private static void assertProblem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("urn:rostrum:problem:" + type);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
