package org.rostrum.intake.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rostrum.intake.running.RunningIntake.CONSULTATION;
import static org.rostrum.intake.running.RunningIntake.answer;
import static org.rostrum.intake.running.RunningIntake.submissions;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Json;
import org.rostrum.intake.running.RunningIntake.Multipart;

/** Floods, guesses and programs, from addresses that a trusted proxy names. */
class AbuseIT {
    private static final RunningIntake INTAKE = RunningIntake.with(Map.of(
            "ROSTRUM_INTAKE_FORM_FASTEST", "3s",
            "ROSTRUM_INTAKE_ADMISSION_TRUSTED_PROXIES", "127.0.0.1,::1",
            "ROSTRUM_INTAKE_ADMISSION_WAITING_TIME", "200ms",
            "ROSTRUM_INTAKE_ADMISSION_WAITING_PER_CONSULTATION", "8",
            "ROSTRUM_INTAKE_ADMISSION_PLACES", "4",
            "ROSTRUM_INTAKE_ADMISSION_SENDINGS_AT_ONCE", "30",
            "ROSTRUM_INTAKE_ADMISSION_SENDINGS_PER_SECOND", "1"));

    @AfterAll
    static void stop() {
        INTAKE.stop();
    }

    private static HttpResponse<String> send(String address, String key, String json, String... headers) {
        return sendTo(submissions("first"), address, key, json, headers);
    }

    private static HttpResponse<String> sendTo(
            String path, String address, String key, String json, String... headers) {
        var request = INTAKE.request(path)
                .header("X-Forwarded-For", address)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key);
        return INTAKE.send(
                (headers.length == 0 ? request : request.headers(headers)).POST(BodyPublishers.ofString(json)));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void hostile_57_a_flood_from_few_addresses_is_told_429_and_others_are_not_harmed() {
        var statuses = new ArrayList<Integer>();
        var last = send("198.51.100.1", key(), answer("flood"));
        for (int i = 0; i < 60; i++) {
            last = send("198.51.100.1", key(), answer("flood"));
            statuses.add(last.statusCode());
        }

        assertThat(statuses).contains(201, 429).doesNotContain(500, 502);
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(last.body()).contains("urn:rostrum:problem:too-many-requests", "\"kept\"", "\"next\"");
        for (var detour : List.of("/q/..", "/assets/../q/..", "/manage/%2e%2e", "/.")) {
            assertThat(sendTo(detour + submissions("first"), "198.51.100.1", key(), answer("flood"))
                            .statusCode())
                    .as(detour)
                    .isEqualTo(429);
        }
        assertThat(send("198.51.100.2", key(), answer("neighbour")).statusCode())
                .isEqualTo(201);
        assertThat(send("198.51.100.1, 203.0.113.9", key(), answer("only the nearest counts"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void hostile_58_overload_from_many_addresses_is_told_503_and_loses_nothing_acknowledged() throws Exception {
        var statuses = new ArrayList<Integer>();
        Callable<HttpResponse<String>> one =
                () -> send("203.0.113." + ThreadLocalRandom.current().nextInt(250), key(), answer("rush"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sent :
                    threads.invokeAll(IntStream.range(0, 400).mapToObj(i -> one).toList())) {
                var answer = sent.get();
                statuses.add(answer.statusCode());
                if (answer.statusCode() == 503) {
                    assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0))
                            .isBetween(1L, 60L);
                    assertThat(answer.body()).contains("\"kept\"", "\"next\"");
                }
            }
        }

        assertThat(statuses).contains(201, 503).isSubsetOf(201, 429, 503);
        assertThat(send("192.0.2.77", key(), answer("after the rush")).statusCode())
                .isEqualTo(201);
        assertThat(INTAKE.get("/q/health/ready").body()).contains("turned-away-consultation-busy");
    }

    @Test
    void hostile_61_guessing_is_answered_uniformly_and_ever_more_slowly() {
        var guesses = List.of(
                "/api/v1/submissions/22222-22222?secret=GUESS",
                "/api/v1/submissions/ZZZZZ-ZZZZZ?secret=GUESS",
                "/api/v1/submissions/nonsense?secret=",
                "/api/v1/submissions/22222-22222");
        var address = "192.0.2.50";
        var bodies = guesses.stream()
                .map(path -> INTAKE.get(path, "X-Forwarded-For", address))
                .map(answer -> answer.statusCode() + answer.body())
                .distinct();
        assertThat(bodies).hasSize(1);

        long before = System.nanoTime();
        for (int i = 0; i < 5; i++) {
            INTAKE.get(guesses.getFirst(), "X-Forwarded-For", address);
        }
        long slow = System.nanoTime() - before;

        assertThat(slow).as("the sixth to ninth wait 0.25, 0.5, 1 and 2 s").isGreaterThan(3_000_000_000L);
        var innocent = INTAKE.get(guesses.getFirst(), "X-Forwarded-For", "192.0.2.51");
        assertThat(innocent.statusCode()).isEqualTo(404);
    }

    @Test
    void a_flooded_round_asks_strangers_for_work_and_takes_it() throws Exception {
        var flooded = RunningIntake.with(Map.of("ROSTRUM_INTAKE_CHALLENGE_ABOVE", "1"));
        try {
            assertThat(flooded.post(key(), answer("first")).statusCode()).isEqualTo(201);
            var key = key();
            var asked = flooded.post(key, answer("second"));

            assertThat(asked.statusCode()).isEqualTo(429);
            assertThat(asked.headers().firstValue("Retry-After")).isPresent();
            var challenge = Json.mapper().readTree(asked.body()).get("challenge");
            var solved = flooded.send(flooded.request(submissions("first"))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .header("Rostrum-Challenge", challenge.get("token").asText() + "~" + solve(challenge))
                    .POST(BodyPublishers.ofString(answer("second"))));
            assertThat(solved.statusCode()).as(solved.body()).isEqualTo(201);
            assertThat(flooded.post(key, answer("second")).statusCode())
                    .as("acknowledged already")
                    .isEqualTo(200);
        } finally {
            flooded.stop();
        }
    }

    private static String solve(JsonNode challenge) throws Exception {
        var sha = MessageDigest.getInstance("SHA-256");
        var numbers = new ArrayList<String>();
        for (int puzzle = 0; puzzle < challenge.get("puzzles").asInt(); puzzle++) {
            long number = -1;
            byte[] digest;
            do {
                number++;
                var text = challenge.get("token").asText() + "." + puzzle + "." + number;
                digest = sha.digest(text.getBytes(StandardCharsets.US_ASCII));
            } while (((digest[0] & 0xFF) << 8 | (digest[1] & 0xFF))
                            >> (16 - challenge.get("bits").asInt())
                    != 0);
            numbers.add(String.valueOf(number));
        }
        return String.join(".", numbers);
    }

    @Test
    void hostile_60_a_form_sent_too_fast_is_asked_to_wait_keeps_its_text_and_is_then_taken() {
        var key = key();
        var asked = form(key, "");
        var opened = Pattern.compile("name=\"opened\" value=\"([^\"]+)\"").matcher(asked.body());

        assertThat(asked.statusCode()).isEqualTo(429);
        assertThat(asked.body()).contains("Written in no time.", "Wait 10 seconds");
        assertThat(opened.find()).isTrue();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(3))
                .until(() -> form(key, opened.group(1)).statusCode() == 303);
    }

    private static HttpResponse<String> form(String key, String opened) {
        var form = new Multipart()
                .field("key", key)
                .field("opened", opened)
                .field("round", "first")
                .field("text", "Written in no time.")
                .field("publication", "public")
                .field("declaration", "true");
        return INTAKE.post(
                "/consultations/" + CONSULTATION + "/respond",
                form,
                "Origin",
                INTAKE.url,
                "X-Forwarded-For",
                "192.0.2.60");
    }

    @Test
    void hostile_44_file_names_are_no_paths_and_no_headers() throws Exception {
        var names = List.of(
                "../../../etc/passwd",
                "..\\..\\boot.ini",
                "a%00b.txt",
                "CON",
                "=cmd|'/c calc'!A1.csv",
                "\u202Efdp.exe",
                "n".repeat(296) + ".txt",
                "caf\u00e9.txt",
                "cafe\u0301.txt",
                "<img src=x onerror=alert(1)>.txt");
        var form = new Multipart().field("submission", answer("Names."));
        names.forEach(name -> form.file("attachment", name, name.getBytes(StandardCharsets.UTF_8)));

        var shared = RunningIntake.shared();
        var sent = shared.post(submissions("first"), form, "Idempotency-Key", key());

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        var receipt = Json.mapper().readTree(sent.body());
        assertThat(receipt.get("attachments")).hasSize(names.size());
        assertThat(shared.store.list("attachments/"))
                .allSatisfy(key -> assertThat(key).matches("attachments/[0-9a-z-]+/[0-9]+/[0-9]+-[0-9a-f]{64}"));
        var page = shared.get("/submissions/" + receipt.get("reference").asText() + "/receipt?secret="
                + receipt.get("secret").asText());
        assertThat(page.body()).doesNotContain("<img src=x");
    }

    @Test
    void hostile_44_a_file_name_with_a_line_break_or_nul_ends_in_no_header() {
        for (var name : List.of("a\r\nX-Injected: 1", "a\u0000b.txt", "a\nb")) {
            var form = new Multipart().field("submission", answer("Names.")).file("attachment", name, new byte[] {1});

            var sent = RunningIntake.shared().post(submissions("first"), form, "Idempotency-Key", key());

            assertThat(sent.statusCode()).as(sent.body()).isIn(201, 400, 422);
            assertThat(sent.headers().firstValue("X-Injected")).isEmpty();
        }
    }

    @Test
    void hostile_52_what_a_stranger_sends_stands_in_no_log_and_breaks_no_line() {
        var shared = RunningIntake.shared();
        var mark = "log-" + UUID.randomUUID();
        shared.get("/consultations/" + mark + "%0d%0a%1b%5b31mERROR%20forged", "User-Agent", mark);
        shared.post(mark + "-key-0123", answer(mark).replace("Ada", mark).replace("ada@", mark + "@"));
        shared.get("/api/v1/submissions/22222-22222?secret=" + mark, "Rostrum-Receipt-Secret", mark);
        send("198.51.100.200", mark + "-key-0124", "{\"" + mark + "\\r\\n\\u001b[31m\":1}");

        assertThat(shared.logged() + INTAKE.logged()).doesNotContain(mark).doesNotContain("\u001b", "example.org");
    }

    @Test
    void hostile_53_an_address_or_a_name_that_would_inject_mail_headers_is_refused() {
        for (var email : List.of(
                "ada@example.org\\r\\nBcc: all@example.org",
                "ada@example.org\\nBcc: x@example.org",
                "ada@example.org\\u0000")) {
            assertRefused(answer("x").replace("ada@example.org", email), 400, "/respondent/email");
        }
        assertRefused(answer("x").replace("\"Ada\"", "\"Ada\\r\\nBcc: x@example.org\""), 400, "/respondent/givenName");
    }

    @Test
    void hostile_53_several_addresses_or_one_in_brackets_are_no_address() {
        for (var email : List.of("ada@example.org, eve@example.org", "Ada <ada@example.org>")) {
            assertRefused(answer("x").replace("ada@example.org", email), 422, "/respondent/email");
        }
    }

    private static void assertRefused(String json, int status, String pointer) {
        var sent = RunningIntake.shared().post(key(), json);

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(status);
        assertThat(sent.body()).contains(pointer);
    }

    @Test
    void hostile_42_an_empty_attachment_is_refused_and_nothing_is_stored() {
        var shared = RunningIntake.shared();
        var form = new Multipart().field("submission", answer("x")).file("attachment", "empty.pdf", new byte[0]);
        var key = key();

        var sent = shared.post(submissions("first"), form, "Idempotency-Key", key);

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(422);
        assertThat(sent.body()).contains("/attachments/0");
        assertThat(shared.post(key, answer("The same key is still free.")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void pages_and_health_are_there_while_sending_is_refused() {
        assertThat(INTAKE.get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(INTAKE.get("/consultations/" + CONSULTATION).statusCode()).isEqualTo(200);
    }
}
