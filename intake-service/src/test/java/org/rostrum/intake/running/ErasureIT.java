package org.rostrum.intake.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rostrum.intake.running.RunningIntake.CONSULTATION;
import static org.rostrum.intake.running.RunningIntake.answer;
import static org.rostrum.intake.running.RunningIntake.submissions;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Json;
import org.rostrum.intake.running.RunningIntake.Multipart;
import org.rostrum.stack.Part;

/** Erasing a submission for good, against the real store and log: what is left, and what whoever comes back is told. */
class ErasureIT {
    private static final String GROUND = "{\"ground\":\"respondent-asked\",\"fileNumber\":\"DSR-2026/14\"}";

    private final RunningIntake intake = RunningIntake.shared();
    private final String manager = intake.issuer.token("manager");
    private final String key = UUID.randomUUID().toString();
    /** No other test says this. */
    private final String word = "wombat" + key.substring(0, 8);

    @Test
    void hostile_15_a_repetition_after_the_erasure_is_told_410_by_api_batch_and_form_and_nothing_is_kept()
            throws Exception {
        var receipt = sentWithFile();
        assertThat(objectsThatSay(word)).isNotEmpty();

        var erased = erase(reference(receipt), manager, GROUND);

        assertThat(erased.statusCode()).as(erased.body()).isEqualTo(201);
        assertThat(json(erased).get("complete").asBoolean()).isTrue();
        assertThat(objectsThatSay(word)).isEmpty();
        for (var again : List.of(
                intake.post(key, answer(word)),
                intake.post(key, answer("another " + word)),
                intake.post(key, answer(word).replace("2.e", "no-item")),
                intake.post(submissions("first"), withFile(), "Idempotency-Key", key))) {
            assertThat(again.statusCode()).as(again.body()).isEqualTo(410);
            assertThat(again.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(json(again).get("type").asText()).isEqualTo("urn:rostrum:problem:erased");
            assertThat(again.body())
                    .contains(reference(receipt), "its respondent asked for it", "Nothing of this request was kept")
                    .doesNotContain(word);
        }
        assertThat(batch().lines().toList())
                .singleElement()
                .asString()
                .contains("\"status\":410", "urn:rostrum:problem:erased");
        assertThat(form().statusCode()).isEqualTo(410);
        assertThat(objectsThatSay(word)).isEmpty();
        assertThat(intake.eventIds(reference(receipt)))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("erased-");
    }

    @Test
    void whoever_holds_the_receipt_is_told_in_their_language_and_can_do_nothing_else() throws Exception {
        var receipt = sent();
        var token = disputeToken(reference(receipt));
        erase(reference(receipt), manager, GROUND);
        var base = "/submissions/" + reference(receipt);
        var secret = receipt.get("secret").asText();

        var words = Map.of(
                "en", "This submission was erased",
                "fr", "Cette contribution a été effacée",
                "es", "Esta contribución fue eliminada",
                "ar", "حُذفت هذه المساهمة نهائيًا",
                "zh", "此意见已被删除",
                "ru", "Этот отзыв удалён");
        words.forEach((language, title) -> {
            for (var page : List.of("", "/receipt", "/amend", "/withdraw", "/withdrawal")) {
                var shown = intake.get(base + page + "?secret=" + secret + "&lang=" + language, "Accept", "text/html");
                assertThat(shown.statusCode()).as(page + " " + language).isEqualTo(410);
                assertThat(shown.body()).contains(title).doesNotContain(word);
            }
        });
        var dispute = intake.get(base + "/dispute?token=" + token, "Accept", "text/html");
        assertThat(dispute.statusCode()).isEqualTo(410);
        for (var path : List.of("", "/versions", "/withdrawal", "/dispute")) {
            var request = intake.request("/api/v1" + base + path)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("Rostrum-Receipt-Secret", secret)
                    .header("Rostrum-Dispute-Token", token);
            var answered = intake.send(
                    path.isEmpty()
                            ? request.GET()
                            : path.equals("/versions")
                                    ? request.POST(BodyPublishers.ofString(answer("more")))
                                    : request.POST(BodyPublishers.noBody()));
            assertThat(answered.statusCode()).as(path + " " + answered.body()).isEqualTo(410);
        }
        assertThat(intake.get(base + "?secret=WRONG").statusCode())
                .as("a guess learns nothing")
                .isEqualTo(404);
        assertThat(objectsThatSay(word)).isEmpty();
    }

    @Test
    void only_managers_erase_and_only_for_a_reason_and_only_once() throws Exception {
        var receipt = sent();

        assertThat(erase(reference(receipt), intake.issuer.token("staff"), GROUND)
                        .statusCode())
                .isEqualTo(403);
        assertThat(intake.send(intake.request("/api/v1/submissions/" + reference(receipt) + "/erasure")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(GROUND)))
                        .statusCode())
                .isEqualTo(401);
        for (var wrong : List.of(
                "{}",
                "{\"ground\":\"because\"}",
                "{\"ground\":\"respondent-asked\",\"fileNumber\":\"Ada Lovelace\"}",
                "{\"ground\":\"respondent-asked\",\"why\":\"x\"}")) {
            assertThat(erase(reference(receipt), manager, wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(erase("22222-22222", manager, GROUND).statusCode()).isEqualTo(404);
        assertThat(intake.get("/api/v1/submissions/" + reference(receipt) + "?secret="
                                + receipt.get("secret").asText())
                        .statusCode())
                .as("nothing has happened yet")
                .isEqualTo(200);

        var first = erase(reference(receipt), manager, GROUND);
        var again = erase(reference(receipt), manager, "{\"ground\":\"legal-obligation\"}");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again)).isEqualTo(json(first));
        var listed = intake.get("/api/v1/erasures", "Authorization", "Bearer " + manager);
        assertThat(json(listed).get("erasures")).contains(json(first));
    }

    @Test
    void an_erasure_that_breaks_off_without_the_broker_is_finished_by_the_next_process() throws Exception {
        var receipt = sentWithFile();
        intake.stack.kill(Part.KAFKA);
        try {
            var begun = erase(reference(receipt), manager, GROUND);

            assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
            assertThat(intake.post(key, answer(word)).statusCode())
                    .as("what was written is gone at once")
                    .isEqualTo(410);
        } finally {
            intake.stack.up(Set.of(Part.KAFKA));
        }
        intake.killAndStart();

        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
            assertThat(objectsThatSay(word)).isEmpty();
            assertThat(intake.eventIds(reference(receipt))).last().asString().startsWith("erased-");
            assertThat(erase(reference(receipt), manager, GROUND).statusCode()).isEqualTo(200);
        });
    }

    private JsonNode sent() throws Exception {
        var response = intake.post(key, answer(word));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return json(response);
    }

    private JsonNode sentWithFile() throws Exception {
        var response = intake.post(submissions("first"), withFile(), "Idempotency-Key", key);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return json(response);
    }

    private Multipart withFile() {
        return new Multipart()
                .field("submission", answer(word))
                .file("attachment", "paper.txt", ("The paper of " + word).getBytes(StandardCharsets.UTF_8));
    }

    private String batch() {
        var line = "{\"key\":\"%s\",\"submission\":%s}\n"
                .formatted(key, answer(word).replace("\n", " "));
        return intake.send(intake.request(submissions("first") + "/batches")
                        .header("Authorization", "Bearer " + intake.issuer.token("bulk-submitter"))
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(line)))
                .body();
    }

    private HttpResponse<String> form() {
        return intake.post(
                "/consultations/" + CONSULTATION + "/respond",
                new Multipart()
                        .field("round", "first")
                        .field("key", key)
                        .field("answer.2.e", word)
                        .field("publication", "public")
                        .field("declaration", "true")
                        .field("do", "send"));
    }

    private HttpResponse<String> erase(String reference, String token, String body) {
        return intake.send(intake.request("/api/v1/submissions/" + reference + "/erasure")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private String disputeToken(String reference) {
        var link = Pattern.compile("/dispute\\?token=([A-Z0-9-]+)");
        var mail = Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> intake.mailAbout(reference), text -> text.contains("/dispute?token="));
        var found = link.matcher(mail);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private List<String> objectsThatSay(String text) {
        try (var keys = intake.store.list("")) {
            return keys.filter(name -> intake.store
                            .get(name)
                            .filter(bytes -> new String(bytes, StandardCharsets.UTF_8).contains(text))
                            .isPresent())
                    .toList();
        }
    }

    private static String reference(JsonNode receipt) {
        return receipt.get("reference").asText();
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return Json.mapper().readTree(response.body());
    }
}
