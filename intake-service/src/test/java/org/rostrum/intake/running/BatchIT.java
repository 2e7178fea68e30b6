package org.rostrum.intake.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rostrum.intake.running.RunningIntake.answer;
import static org.rostrum.intake.running.RunningIntake.submissions;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Channel;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.SubmissionManifest;

/** Batches against the running service, with its real broker and store. */
class BatchIT {
    private static final int LONG = 500;
    private static final String BATCHES = submissions("first") + "/batches";

    private final RunningIntake intake = RunningIntake.shared();

    @Test
    void each_line_is_received_or_refused_alone() throws Exception {
        var repeated = key();
        var other = key();
        var lines = List.of(
                line(repeated, "One."),
                "this is not JSON",
                line(repeated, "One."),
                line(repeated, "Something else."),
                "",
                line(other, "x".repeat(1_100_000)),
                line("short", "A key that is too short."),
                line(key(), "Wrong item.").replace("2.e", "9"),
                line(other, "Two.").replace("{\"key\"", "{\"status\":\"cleared\",\"key\""),
                line(other, "Two."));

        var sent = send(intake.issuer.token("bulk-submitter"), lines);

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
        assertThat(sent.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/x-ndjson");
        var results = results(sent.body());
        assertThat(results.stream().map(result -> result.path("line").asInt()))
                .containsExactly(1, 2, 3, 4, 6, 7, 8, 9, 10);
        assertThat(results.stream().map(result -> result.path("status").asInt()))
                .containsExactly(201, 400, 200, 422, 413, 400, 422, 400, 201);
        assertThat(results.get(2).path("receipt")).isEqualTo(results.get(0).path("receipt"));
        assertThat(results.get(6).path("problem").toString()).contains("/submission/answers/0/item");
        var manifest = intake.store
                .get("submissions/"
                        + results.get(0).path("receipt").path("reference").asText() + "/1/manifest.json")
                .orElseThrow();
        assertThat(Json.mapper().readValue(manifest, SubmissionManifest.class).channel())
                .isEqualTo(Channel.BULK);
    }

    @Test
    void a_batch_that_broke_off_is_sent_again_and_nothing_is_doubled() throws Exception {
        var lines =
                IntStream.range(0, 60).mapToObj(i -> line(key(), "Answer " + i)).toList();
        cutOff(lines, 20);

        var again = results(send(intake.issuer.token("bulk-submitter"), lines).body());
        var oncemore =
                results(send(intake.issuer.token("bulk-submitter"), lines).body());

        assertThat(again).hasSize(60).allMatch(result -> result.path("status").asInt() / 100 == 2);
        assertThat(again.getFirst().path("status").asInt())
                .as("received before the cut")
                .isEqualTo(200);
        assertThat(oncemore).allMatch(result -> result.path("status").asInt() == 200);
        assertThat(oncemore.stream().map(result -> result.path("receipt")))
                .containsExactlyElementsOf(
                        again.stream().map(result -> result.path("receipt")).toList());
        assertThat(again.stream()
                        .map(result -> result.path("receipt").path("reference").asText())
                        .distinct())
                .hasSize(60);
    }

    @Test
    void only_bulk_submitters_may_and_only_unpacked_lines_are_taken() {
        var lines = List.of(line(key(), "One."));

        assertThat(send("no token at all", lines).statusCode()).isEqualTo(401);
        assertThat(send(intake.issuer.token("member"), lines).statusCode()).isEqualTo(403);
        var packed = intake.send(
                request(intake.issuer.token("bulk-submitter"), lines).header("Content-Encoding", "gzip"));
        assertThat(packed.statusCode()).isEqualTo(415);
        var json = intake.send(intake.request(BATCHES)
                .header("Authorization", "Bearer " + intake.issuer.token("bulk-submitter"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        assertThat(json.statusCode()).isEqualTo(415);
    }

    /** Reads results while it sends, as a client should; prints what was reached, which depends on the machine. */
    @Test
    void answers_every_line_of_a_long_batch() throws Exception {
        var lines = new ArrayList<String>();
        for (int i = 0; i < LONG; i++) {
            lines.add(line(key(), "x".repeat(1_500) + i));
        }
        var begun = System.nanoTime();
        var results = results(send(intake.issuer.token("bulk-submitter"), lines).body());
        var seconds = (System.nanoTime() - begun) / 1e9;

        assertThat(results)
                .hasSize(LONG)
                .allMatch(result -> result.path("status").asInt() == 201);
        System.out.printf(
                "bulk: %.0f submissions of about 2 KB a second (18.5 is 1.6 million a day)%n", LONG / seconds);
    }

    /** Sends so many lines and a half, waits for the first result, and drops the connection. */
    private void cutOff(List<String> lines, int whole) throws IOException {
        var url = URI.create(intake.url);
        var body = String.join("\n", lines.subList(0, whole)) + "\n"
                + lines.get(whole).substring(0, 40);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
            var head = """
                POST %s HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                Content-Type: application/x-ndjson\r
                Content-Length: 10000000\r
                \r
                """.formatted(BATCHES, url.getAuthority(), intake.issuer.token("bulk-submitter"));
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            var first = new byte[1_024];
            socket.setSoTimeout(20_000);
            var answer = new StringBuilder();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                int count = socket.getInputStream().read(first);
                answer.append(new String(first, 0, Math.max(0, count), StandardCharsets.UTF_8));
                return answer.indexOf("\"status\":201") > 0 || answer.indexOf("\"line\":1") > 0;
            });
        }
    }

    private HttpResponse<String> send(String token, List<String> lines) {
        return intake.send(request(token, lines));
    }

    private HttpRequest.Builder request(String token, List<String> lines) {
        return intake.request(BATCHES)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(String.join("\n", lines) + "\n"));
    }

    private static String line(String key, String text) {
        return "{\"key\":\"%s\",\"submission\":%s}".formatted(key, answer(text).replaceAll("\\s*\\n\\s*", ""));
    }

    private static List<JsonNode> results(String body) {
        return Arrays.stream(body.split("\n"))
                .map(line -> {
                    try {
                        return Json.mapper().readTree(line);
                    } catch (IOException e) {
                        throw new AssertionError(line, e);
                    }
                })
                .toList();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
