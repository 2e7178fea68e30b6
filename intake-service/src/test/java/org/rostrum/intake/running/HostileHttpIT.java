package org.rostrum.intake.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rostrum.intake.running.RunningIntake.CONSULTATION;
import static org.rostrum.intake.running.RunningIntake.answer;
import static org.rostrum.intake.running.RunningIntake.submissions;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.rostrum.intake.running.RunningIntake.Multipart;

/** HTTP cases of the list of hostile input, on the running service, byte by byte. */
class HostileHttpIT {
    private static final Path UPLOADS = Path.of("target/hostile-uploads").toAbsolutePath();
    /** Times and sizes smaller than usual, so that the tests need not wait as long; headers have their usual eight seconds. */
    private static final RunningIntake INTAKE = RunningIntake.with(Map.of(
            "QUARKUS_HTTP_LIMITS_MAX_BODY_SIZE", "8M",
            "QUARKUS_HTTP_BODY_UPLOADS_DIRECTORY", UPLOADS.toString(),
            "ROSTRUM_CONNECTION_BODY_WINDOW", "4s",
            "ROSTRUM_CONNECTION_UNREAD", "4s"));

    private static final String POST = "POST " + submissions("first") + " HTTP/1.1\r\nHost: " + host() + "\r\n";

    @AfterAll
    static void stop() {
        INTAKE.stop();
    }

    private static String host() {
        return INTAKE.url.substring("http://".length());
    }

    private static RawHttp connection() {
        return new RawHttp(INTAKE.url);
    }

    private static String key() {
        return "Idempotency-Key: " + UUID.randomUUID() + "\r\n";
    }

    @Test
    void hostile_01_two_lengths_in_one_request_are_refused_and_the_connection_closed() throws IOException {
        var smuggled = "0\r\n\r\nGET /q/health HTTP/1.1\r\nHost: x\r\n\r\n";
        for (var lengths : new String[] {
            "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
            "Content-Length: 5\r\nContent-Length: 6\r\n",
            "Content-Length: 5, 6\r\n",
            "Content-Length: +5\r\n",
            "Content-Length: -1\r\n",
        }) {
            try (var raw = connection()) {
                var answer = raw.say(POST + key() + "Content-Type: application/json\r\n" + lengths + "\r\n" + smuggled)
                        .untilClosed();

                assertThat(answer).as(lengths).startsWith("HTTP/1.1 400");
                assertThat(answer.split("HTTP/1.1 ", -1))
                        .as("one answer, then closed")
                        .hasSize(2);
            }
        }
    }

    @Test
    void hostile_02_endless_chunks_are_cut_off_and_leave_nothing_behind() throws IOException {
        var head = "--edge\r\nContent-Disposition: form-data; name=\"attachment\"; filename=\"a.bin\"\r\n\r\n";
        var chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.UTF_8);
        try (var raw = connection()) {
            raw.say(POST + key() + "Content-Type: " + Multipart.TYPE + "\r\nTransfer-Encoding: chunked\r\n\r\n");
            raw.say(Integer.toHexString(head.length()) + "\r\n" + head + "\r\n");
            int sent = 0;
            while (sent < 10_000 && raw.trySay(chunk)) {
                sent++;
            }

            assertThat(sent).as("64 KiB each").isBetween(100, 2_000);
            assertThat(raw.untilClosed()).containsAnyOf("HTTP/1.1 413", "(reset)");
        }
        try (var tidy = connection()) {
            tidy.say(POST + key() + "Content-Type: " + Multipart.TYPE + "\r\nTransfer-Encoding: chunked\r\n\r\n");
            tidy.say(Integer.toHexString(head.length()) + "\r\n" + head + "\r\n");
            for (int i = 0; i < 8 * 16 + 1; i++) {
                tidy.trySay(chunk);
            }
            assertThat(tidy.statusLine()).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(temporary()).isZero());
    }

    private static long temporary() throws IOException {
        if (!Files.exists(UPLOADS)) {
            return 0;
        }
        try (var files = Files.walk(UPLOADS)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void hostile_03_ten_gigabytes_are_refused_before_the_first_byte() throws IOException {
        try (var raw = connection()) {
            var answer = raw.say(POST + key() + "Content-Type: application/json\r\nContent-Length: 10000000000\r\n\r\n")
                    .untilClosed();

            assertThat(answer).startsWith("HTTP/1.1 413").contains("urn:rostrum:problem:too-large");
        }
    }

    @Test
    void hostile_04_slow_headers_are_cut_off_and_never_answered() throws Exception {
        try (var silent = connection();
                var dripping = connection()) {
            var head = "GET / HTTP/1.1\r\nX-Slow: " + "a".repeat(500) + "\r\n\r\n"; // would take 100 seconds
            var sent = new AtomicInteger();
            var drip = Thread.ofVirtual().start(() -> {
                while (sent.get() < head.length() && dripping.trySay(new byte[] {(byte) head.charAt(sent.get())})) {
                    sent.incrementAndGet();
                    pause(200);
                }
            });

            assertThat(dripping.untilClosed()).doesNotContain("HTTP/1.1 200");
            drip.join();
            assertThat(sent.get()).as("cut off before it was done").isLessThan(head.length());
            assertThat(silent.untilClosed()).doesNotContain("HTTP/1.1 200");
        }
    }

    @Test
    void hostile_05_a_body_of_one_byte_a_second_is_told_408() throws IOException {
        for (int length : new int[] {1_000, 1_000_000}) {
            try (var raw = connection()) {
                raw.say(POST + key() + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n{");
                Thread.ofVirtual().start(() -> {
                    while (raw.trySay(new byte[] {' '})) {
                        pause(1_000);
                    }
                });

                var answer = raw.untilClosed();

                assertThat(answer).startsWith("HTTP/1.1 408").contains("urn:rostrum:problem:too-slow");
            }
        }
        assertThat(INTAKE.post(UUID.randomUUID().toString(), answer("Still here."))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void hostile_06_who_does_not_read_the_answer_is_closed() throws IOException {
        try (var raw = new RawHttp(INTAKE.url, 2_048)) {
            var asks = "GET /assets/rostrum.css HTTP/1.1\r\nHost: " + host() + "\r\n\r\n";
            Awaitility.await()
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> !raw.trySay(asks.repeat(200).getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void hostile_07_ten_thousand_parts_endless_part_headers_and_bad_boundaries() {
        var many = new Multipart();
        for (int i = 0; i < 10_000; i++) {
            many.field("f" + i, "x");
        }
        var long1 = "--edge\r\nContent-Disposition: form-data; name=\"" + "n".repeat(1_000_000)
                + "\"\r\n\r\nx\r\n--edge--\r\n";

        assertThat(send(Multipart.TYPE, many.body()).statusCode()).isIn(400, 413);
        assertThat(send(Multipart.TYPE, long1.getBytes(StandardCharsets.UTF_8)).statusCode())
                .isIn(400, 413);
        for (var type : new String[] {
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=another",
            "multipart/form-data; boundary=" + "b".repeat(5_000)
        }) {
            var answer =
                    send(type, new Multipart().field("submission", answer("x")).body());
            assertThat(answer.statusCode()).as(type + answer.body()).isIn(400, 413);
        }
    }

    private static HttpResponse<String> send(String type, byte[] body) {
        return INTAKE.send(INTAKE.request(submissions("first"))
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(body)));
    }

    @Test
    void hostile_08_too_many_files() {
        var form = new Multipart().field("submission", answer("x"));
        for (int i = 0; i < 21; i++) {
            form.file("attachment", i + ".txt", new byte[] {1});
        }

        var answer = send(Multipart.TYPE, form.body());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("At most 20 attachments are taken.");
    }

    @Test
    void hostile_09_an_encoded_body_is_not_unpacked() {
        for (var encoding : new String[] {"gzip", "deflate", "br", "zstd", "identity, gzip"}) {
            var answer = INTAKE.send(INTAKE.request(submissions("first"))
                    .header("Content-Type", "application/json")
                    .header("Content-Encoding", encoding)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(BodyPublishers.ofString(answer("x"))));

            assertThat(answer.statusCode()).as(encoding).isEqualTo(415);
            assertThat(answer.body()).contains("kept", "Content-Encoding");
        }
    }

    @Test
    void hostile_10_plain_http_2_is_not_spoken_so_none_of_its_floods_is() throws IOException {
        var settings = new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0};
        var headersWithoutEnd = new byte[] {0, 0, 1, 1, 0, 0, 0, 0, 1, (byte) 0x82};
        var continuation = new byte[] {0, 0, 1, 9, 0, 0, 0, 0, 1, (byte) 0x84};
        try (var raw = connection()) {
            raw.say("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").trySay(settings);
            raw.trySay(headersWithoutEnd);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !raw.trySay(continuation));
        }
        try (var raw = connection()) {
            var upgrade = String.join(
                    "\r\n",
                    "GET /q/health/live HTTP/1.1",
                    "Host: x",
                    "Connection: Upgrade, HTTP2-Settings",
                    "Upgrade: h2c",
                    "HTTP2-Settings: AAMAAABkAAQAAP__",
                    "",
                    "");
            var answer = raw.say(upgrade).statusLine();
            assertThat(answer).as("no 101").isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void hostile_17_a_spoofed_host_leads_nobody_away() throws IOException {
        var json = answer("x").getBytes(StandardCharsets.UTF_8);
        var key = UUID.randomUUID().toString();
        try (var raw = connection()) {
            raw.say("POST " + submissions("first")
                    + " HTTP/1.1\r\nHost: evil.example\r\nForwarded: host=evil.example\r\n"
                    + "X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: gopher\r\nConnection: close\r\n"
                    + "Content-Type: application/json\r\nIdempotency-Key: " + key + "\r\nContent-Length: " + json.length
                    + "\r\n\r\n");

            var answer = raw.say(json).untilClosed();

            assertThat(answer).startsWith("HTTP/1.1 201").doesNotContain("evil.example", "gopher");
        }
        try (var raw = connection()) {
            var answer = raw.say(
                            "GET /consultations/" + CONSULTATION
                                    + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n")
                    .untilClosed();
            assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("evil.example");
        }
    }

    @Test
    void whatever_ends_a_request_gives_back_what_it_held() throws IOException {
        var long1 = POST + key() + "Content-Type: " + Multipart.TYPE + "\r\nContent-Length: 100000\r\n\r\n--edge\r\n";
        var short1 = POST + key() + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
        for (var cut :
                new String[] {long1, short1, POST + key() + "\r\n", "GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n"}) {
            try (var raw = connection()) {
                raw.say(cut);
                pause(200);
            }
        }
        try (var whole = connection()) { // leaves while it is being stored
            var json = answer("x");
            whole.say(POST + key() + "Content-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n"
                    + json);
        }
        var chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.UTF_8);
        try (var endless = connection()) {
            endless.say(POST + key() + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 10 * 16 && endless.trySay(chunk); i++) {
                assertThat(i).isLessThan(10 * 16);
            }
        }
        INTAKE.get("/nowhere");
        INTAKE.get("/api/v1/submissions/22222-22222");

        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(
                                INTAKE.get("/q/health/ready").body().replace(" ", ""))
                        .contains("\"sending\":0", "\"uploading\":0", "\"reading\":0", "\"bytes-of-bodies\":0"));
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
