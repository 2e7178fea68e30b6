package org.rostrum.intake.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rostrum.intake.running.RunningIntake.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Json;
import org.rostrum.intake.running.RunningIntake.Multipart;
import org.rostrum.stack.Part;

/** Amending, withdrawing, disputing and mail, against the real store, log and mail server. */
class AfterSendingIT {
    private final RunningIntake intake = RunningIntake.shared();

    @Test
    void an_amendment_is_the_next_version_and_the_status_lists_both_with_their_receipts() throws Exception {
        var first = sent();
        var key = key();

        var amended = amend(first, key, "better");
        var again = amend(first, key, "better");

        assertThat(amended.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(amended.body());
        assertThat(amend(first, key, "other").statusCode()).isEqualTo(422);
        var reference = first.get("reference").asText();
        assertThat(intake.eventIds(reference)).hasSize(2).last().asString().startsWith("amended-");
        var status = json(status(first));
        assertThat(status.get("versions")).hasSize(2);
        assertThat(status.at("/versions/1")).isEqualTo(json(amended));
        assertThat(page("/submissions/" + reference + "?secret=" + secret(first) + "&lang=fr"))
                .contains("Version 1", "Version 2");
    }

    @Test
    void the_form_shows_what_stands_and_takes_the_next_version_without_script() throws Exception {
        var first = sent();
        var reference = first.get("reference").asText();
        var page = page("/submissions/" + reference + "/amend?secret=" + secret(first));
        assertThat(page).contains("See the papers.", "ada@example.org", "value=\"Lovelace\"");

        var answer = intake.post(
                "/submissions/" + reference + "/amend",
                new Multipart()
                        .field("secret", first.get("secret").asText())
                        .field("key", key())
                        .field("base", "1")
                        .field("answer.2.e", "changed by form")
                        .field("publication", "public")
                        .field("declaration", "true"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(json(status(first)).get("version").asInt()).isEqualTo(2);
    }

    @Test
    void a_withdrawal_is_receipted_once_and_ends_amending() throws Exception {
        var first = sent();

        var withdrawn = withdraw(first);
        var again = withdraw(first);

        assertThat(withdrawn.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(withdrawn.body());
        assertThat(amend(first, key(), "back").statusCode()).isEqualTo(409);
        assertThat(json(status(first)).get("state").asText()).isEqualTo("withdrawn");
        assertThat(intake.eventIds(first.get("reference").asText()).getLast()).startsWith("withdrawn-");
    }

    @Test
    void wrong_secrets_and_tokens_are_one_and_the_same_404() throws Exception {
        var first = sent();
        var reference = first.get("reference").asText();

        for (var path : new String[] {"versions", "withdrawal", "dispute"}) {
            var answer = intake.send(intake.request("/api/v1/submissions/" + reference + "/" + path)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key())
                    .header("Rostrum-Receipt-Secret", "WRONG")
                    .header("Rostrum-Dispute-Token", first.get("secret").asText())
                    .POST(BodyPublishers.ofString(answer("x"))));
            assertThat(answer.statusCode()).as(path).isIn(404, 415);
        }
        assertThat(intake.eventIds(reference)).hasSize(1);
    }

    @Test
    void the_receipt_comes_by_mail_and_its_link_disputes_only_by_post() throws Exception {
        var first = sent();
        var reference = first.get("reference").asText();

        var mail = awaitMail(reference);

        assertThat(mail).contains("received-" + reference + "-1", "ada@example.org");
        var token = found(mail, "/dispute\\?token=([A-Z0-9-]+)");
        var path = "/submissions/" + reference + "/dispute";
        assertThat(intake.get(path + "?token=" + token).statusCode()).isEqualTo(200);
        assertThat(json(status(first)).get("state").asText()).isEqualTo("received");
        assertThat(intake.get("/submissions/" + reference + "?secret=" + token).statusCode())
                .isEqualTo(404);

        var disputed = intake.send(intake.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("token=" + token)));

        assertThat(disputed.statusCode()).isEqualTo(200);
        assertThat(json(status(first)).get("state").asText()).isEqualTo("held");
        assertThat(intake.eventIds(reference)).last().asString().startsWith("disputed-");
    }

    @Test
    void mail_waits_for_a_mail_server_that_is_away_and_is_not_lost_with_the_process() throws Exception {
        intake.stack.kill(Part.MAIL);
        var first = sent();
        assertThat(first.get("reference").asText()).isNotEmpty();
        intake.killAndStart();

        intake.stack.up(Set.of(Part.MAIL));

        assertThat(awaitMail(first.get("reference").asText())).contains("ada@example.org");
    }

    @Test
    void hostile_53_a_mail_header_in_the_address_is_refused() {
        for (var address :
                new String[] {"a@example.org\\r\\nBcc: b@example.org", "a@example.org\\nSubject: x", "a@b\\u0000.org"
                }) {
            var response = intake.post(key(), answer("x").replace("ada@example.org", address));
            assertThat(response.statusCode()).as(address).isEqualTo(400);
        }
    }

    private JsonNode sent() throws Exception {
        var response = intake.post(key(), answer("See the papers."));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return json(response);
    }

    private HttpResponse<String> amend(JsonNode receipt, String key, String text) {
        return intake.send(
                intake.request("/api/v1/submissions/" + receipt.get("reference").asText() + "/versions")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .header("Rostrum-Receipt-Secret", receipt.get("secret").asText())
                        .POST(BodyPublishers.ofString(answer(text))));
    }

    private HttpResponse<String> withdraw(JsonNode receipt) {
        return intake.send(
                intake.request("/api/v1/submissions/" + receipt.get("reference").asText() + "/withdrawal")
                        .header("Rostrum-Receipt-Secret", receipt.get("secret").asText())
                        .POST(BodyPublishers.noBody()));
    }

    private HttpResponse<String> status(JsonNode receipt) {
        return intake.get(
                "/api/v1/submissions/" + receipt.get("reference").asText(),
                "Rostrum-Receipt-Secret",
                receipt.get("secret").asText());
    }

    private String page(String path) {
        var response = intake.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private String awaitMail(String reference) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> intake.mailAbout(reference), mail -> mail.contains(reference));
    }

    private static String found(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String secret(JsonNode receipt) {
        return URLEncoder.encode(receipt.get("secret").asText(), StandardCharsets.UTF_8);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return Json.mapper().readTree(response.body());
    }
}
