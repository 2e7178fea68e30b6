package org.rostrum.intake.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rostrum.intake.running.RunningIntake.CONSULTATION;
import static org.rostrum.intake.running.RunningIntake.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.contracts.Json;
import org.rostrum.platform.objectstore.Sha256;

/** Big files straight into the real store, then the small request that names them. */
class UploadIT {
    private static final String UPLOADS = "/api/v1/consultations/" + CONSULTATION + "/rounds/first/uploads";

    private final RunningIntake intake = RunningIntake.shared();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void fifty_megabytes_go_into_the_store_and_the_receipt_names_their_fingerprint() throws Exception {
        var file = random(50 * 1024 * 1024);
        var upload = begin("study.pdf", Files.size(file), Sha256.of(file).hex());

        var put = put(upload, BodyPublishers.ofFile(file));
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        var key = UUID.randomUUID().toString();
        var sent = send(key, upload);

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        var attachment = Json.mapper().readTree(sent.body()).path("attachments").get(0);
        assertThat(attachment.path("sha256").asText()).isEqualTo(Sha256.of(file).hex());
        assertThat(attachment.path("fileName").asText()).isEqualTo("study.pdf");
        assertThat(attachment.path("size").asLong()).isEqualTo(50L * 1024 * 1024);
        var stored = intake.store
                .list("attachments/")
                .filter(name -> name.endsWith(attachment.path("sha256").asText()))
                .findFirst()
                .orElseThrow();
        intake.store.download(stored, folder.resolve("copy"), Sha256.of(file).hex());

        assertThat(send(key, upload).body()).as("the finalising request again").isEqualTo(sent.body());
        assertThat(put(upload, BodyPublishers.ofFile(file)).statusCode()).isEqualTo(200);
        assertThat(send(key, upload).body())
                .as("after another upload to the address")
                .isEqualTo(sent.body());
        assertThat(intake.eventIds(
                        Json.mapper().readTree(sent.body()).path("reference").asText()))
                .hasSize(1);
    }

    @Test
    void the_store_refuses_what_was_not_announced_and_the_submission_says_what_is_missing() throws Exception {
        var content = "the paper".getBytes(StandardCharsets.UTF_8);
        var upload = begin("paper.pdf", content.length, Sha256.of(content).hex());

        assertThat(put(upload, BodyPublishers.ofString("the paper, longer")).statusCode())
                .isEqualTo(403);
        assertThat(put(upload, BodyPublishers.ofString("the PAPER")).statusCode())
                .isEqualTo(400);
        var otherType = HttpRequest.newBuilder(URI.create(upload.path("url").asText()))
                .header("Content-Type", "text/html")
                .PUT(BodyPublishers.ofByteArray(content));
        assertThat(http.send(otherType.build(), BodyHandlers.discarding()).statusCode())
                .isEqualTo(403);
        var key = UUID.randomUUID().toString();
        var tooEarly = send(key, upload);
        assertThat(tooEarly.statusCode()).isEqualTo(422);
        assertThat(tooEarly.body()).contains("\"/uploads/0\"", "have not arrived");

        assertThat(put(upload, BodyPublishers.ofByteArray(content)).statusCode())
                .isEqualTo(200);
        assertThat(send(key, upload).statusCode()).isEqualTo(201);
    }

    @Test
    void a_file_goes_through_intake_where_the_store_cannot_be_reached() throws Exception {
        var file = random(20 * 1024 * 1024);
        var upload = begin("paper.pdf", Files.size(file), Sha256.of(file).hex());
        var through = UPLOADS + "/" + upload.path("upload").asText();

        var wrong = intake.send(intake.request(through).PUT(BodyPublishers.ofString("something else")));
        assertThat(wrong.statusCode()).isEqualTo(422);
        var right = intake.send(intake.request(through).PUT(BodyPublishers.ofFile(file)));
        assertThat(right.statusCode()).as(right.body()).isEqualTo(204);

        assertThat(send(UUID.randomUUID().toString(), upload).statusCode()).isEqualTo(201);
    }

    @Test
    void given_up_means_gone_and_foreign_ids_are_unknown() throws Exception {
        var content = "the paper".getBytes(StandardCharsets.UTF_8);
        var upload = begin("paper.pdf", content.length, null);
        put(upload, BodyPublishers.ofByteArray(content));
        var id = upload.path("upload").asText();

        var gone = intake.send(intake.request(UPLOADS + "/" + id).DELETE());

        assertThat(gone.statusCode()).isEqualTo(204);
        assertThat(send(UUID.randomUUID().toString(), upload).body()).contains("No upload of this round has this id");
        var elsewhere = "/api/v1/consultations/" + CONSULTATION + "/rounds/insiders/uploads/" + id;
        assertThat(intake.send(intake.request(elsewhere).PUT(BodyPublishers.ofByteArray(content)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(intake.send(intake.request(UPLOADS + "/made-up.id").PUT(BodyPublishers.ofByteArray(content)))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void refuses_to_begin_what_is_too_large_closed_or_badly_described() {
        assertThat(post("first", "{\"fileName\":\"a\",\"size\":52428801,\"mediaType\":\"a/b\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(post("past", "{\"fileName\":\"a\",\"size\":1,\"mediaType\":\"a/b\"}")
                        .body())
                .contains("round-closed", "1 February 2024");
        assertThat(post("insiders", "{\"fileName\":\"a\",\"size\":1,\"mediaType\":\"a/b\"}")
                        .statusCode())
                .isEqualTo(401);
        assertThat(post("first", "{\"fileName\":\"a\",\"size\":\"1\",\"mediaType\":\"a/b\",\"key\":\"x\"}")
                        .body())
                .contains("\"/size\"", "\"/key\"");
        assertThat(post("first", "not json").statusCode()).isEqualTo(400);
    }

    private JsonNode begin(String name, long size, @Nullable String sha256) throws IOException {
        var body = Json.mapper()
                .createObjectNode()
                .put("fileName", name)
                .put("size", size)
                .put("mediaType", "application/pdf")
                .put("sha256", sha256);
        var begun = post("first", body.toString());
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        return Json.mapper().readTree(begun.body());
    }

    private HttpResponse<String> post(String round, String json) {
        return intake.send(intake.request("/api/v1/consultations/" + CONSULTATION + "/rounds/" + round + "/uploads")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** Exactly as the answer says; the client sends Content-Length by itself. */
    private HttpResponse<String> put(JsonNode upload, BodyPublisher body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(upload.path("url").asText()));
        upload.path("headers").properties().forEach(header -> {
            if (!header.getKey().equals("Content-Length")) {
                request.header(header.getKey(), header.getValue().asText());
            }
        });
        return http.send(request.method(upload.path("method").asText(), body).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String key, JsonNode upload) {
        var uploads = "\"uploads\":[\"" + upload.path("upload").asText() + "\"],\"publication\"";
        return intake.post(key, answer("See the study.").replace("\"publication\"", uploads));
    }

    private Path random(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return Files.write(folder.resolve("random-" + size), bytes);
    }
}
