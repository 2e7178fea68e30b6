package org.rostrum.intake.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rostrum.intake.running.RunningIntake.CONSULTATION;
import static org.rostrum.intake.running.RunningIntake.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.contracts.ClearanceEvent.SubmissionWithheld;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.ProcessingEvent.QuarantinedAttachment;
import org.rostrum.contracts.ProcessingEvent.SubmissionQuarantined;
import org.rostrum.contracts.PublicationEvent.ContributionPublished;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.intake.running.RunningIntake.Multipart;

/** The pages after sending, as people meet them: in their language, with nothing lost when something is wrong. */
class AfterPagesIT {
    private static final ConsultationId CONSULTED = new ConsultationId(CONSULTATION);
    private static final RoundId ROUND = new RoundId("first");

    private final RunningIntake intake = RunningIntake.shared();

    @ParameterizedTest
    @CsvSource({
        "ar, معلَّقة, مسحوبة",
        "zh, 暂缓, 已撤回",
        "ru, Приостановлено, Отозвано",
    })
    void no_english_is_left_on_any_page_after_sending(String language, String held, String withdrawn) throws Exception {
        var sent = sent();
        assertThat(page(sent, "", language)).satisfies(AfterPagesIT::hasNoEnglish);
        assertThat(page(sent, "/receipt", language)).satisfies(AfterPagesIT::hasNoEnglish);
        assertThat(page(sent, "/amend", language)).satisfies(AfterPagesIT::hasNoEnglish);
        assertThat(page(sent, "/withdraw", language)).satisfies(AfterPagesIT::hasNoEnglish);
        var faulty = amend(sent, wrong(sent, language));
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body()).satisfies(AfterPagesIT::hasNoEnglish);

        withdraw(sent);

        assertThat(page(sent, "", language)).contains(withdrawn).satisfies(AfterPagesIT::hasNoEnglish);
        assertThat(page(sent, "/withdrawal", language)).satisfies(AfterPagesIT::hasNoEnglish);
        var over = intake.get(path(sent, "/amend", language));
        assertThat(over.statusCode()).isEqualTo(409);
        assertThat(over.body()).satisfies(AfterPagesIT::hasNoEnglish);
        var nobody = intake.get("/submissions/22222-22222?secret=WRONG&lang=" + language, "Accept", "text/html");
        assertThat(nobody.body()).satisfies(AfterPagesIT::hasNoEnglish);
        assertThat(intake.get("/submissions/22222-22222/amend?secret=WRONG&lang=" + language, "Accept", "text/html")
                        .body())
                .satisfies(AfterPagesIT::hasNoEnglish);

        var disputed = sent();
        var token = disputeToken(disputed);
        var dispute = "/submissions/" + reference(disputed) + "/dispute";
        assertThat(intake.get(dispute + "?token=" + token + "&lang=" + language).body())
                .satisfies(AfterPagesIT::hasNoEnglish);
        assertThat(post(dispute, "token=" + token + "&lang=" + language).body()).satisfies(AfterPagesIT::hasNoEnglish);
        assertThat(page(disputed, "", language)).contains(held).satisfies(AfterPagesIT::hasNoEnglish);
    }

    private static void hasNoEnglish(String page) {
        assertThat(EnglishWords.shownOn(page)).as(page).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fr, mot de passe, Motif",
        "es, contraseña, Motivo",
        "ar, كلمة, السبب",
        "zh, 密码, 理由",
        "ru, парол, Причина",
    })
    void every_state_says_what_it_means(String language, String encrypted, String reason) throws Exception {
        var quarantined = sent();
        tellQuarantined(quarantined);
        awaitState(quarantined, "quarantined");
        assertThat(page(quarantined, "", language)).contains(encrypted).satisfies(AfterPagesIT::hasNoEnglishIfOther);

        var withheld = sent();
        intake.tell(
                "c-" + id(withheld),
                new SubmissionWithheld(
                        id(withheld),
                        new Reference(reference(withheld)),
                        CONSULTED,
                        ROUND,
                        1,
                        "٧٧٧",
                        "ada",
                        Instant.now()));
        awaitState(withheld, "withheld");
        assertThat(page(withheld, "", language)).contains(reason, "٧٧٧").satisfies(AfterPagesIT::hasNoEnglishIfOther);

        var published = sent();
        intake.tell(
                "b-" + id(published),
                new ContributionPublished(
                        id(published),
                        new Reference(reference(published)),
                        CONSULTED,
                        ROUND,
                        1,
                        "ab".repeat(32),
                        "/consultations/x/contributions/" + reference(published),
                        Instant.now()));
        awaitState(published, "published");
        assertThat(page(published, "", language))
                .contains("/consultations/x/contributions/" + reference(published))
                .satisfies(AfterPagesIT::hasNoEnglishIfOther);
    }

    private static void hasNoEnglishIfOther(String page) {
        if (Pattern.compile("<html lang=\"(ar|zh|ru)\"").matcher(page).find()) {
            hasNoEnglish(page);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void a_refused_amendment_keeps_every_word_and_every_file(String language) throws Exception {
        var first = sent();

        var refused = amend(
                first,
                wrong(first, language)
                        .file("attachment", "position.txt", "Our position.".getBytes(StandardCharsets.UTF_8)));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("<html lang=\"" + language + "\"", "١٢٣ typed with care", "href=\"#email\"", "position.txt");
        var upload = found(refused.body(), "name=\"upload\" value=\"([^\"]+)\" checked");
        var sent = amend(
                first,
                right(first, language)
                        .field("upload", upload)
                        .field("key", found(refused.body(), "name=\"key\" value=\"([^\"]+)\"")));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        assertThat(intake.get(sent.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("position.txt");
    }

    @Test
    void an_amendment_of_an_older_version_is_shown_again_and_may_go_on_top() throws Exception {
        var first = sent();
        assertThat(amend(first, right(first, "en").field("key", key())).statusCode())
                .isEqualTo(303);

        var late = amend(
                first,
                right(first, "en").field("answer.2.e", "from the other window").field("key", key()));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Version 2 stands now", "from the other window", "name=\"base\" value=\"2\"");
    }

    @Test
    void a_form_filled_in_by_a_program_is_flagged_and_taken() throws Exception {
        var first = sent();

        var sent = amend(first, right(first, "en").field("key", key()).field("homepage", "http://spam.example"));

        assertThat(sent.statusCode()).isEqualTo(303);
        var manifest = intake.store
                .get("submissions/" + reference(first) + "/2/manifest.json")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        assertThat(manifest).hasValueSatisfying(json -> assertThat(json).contains("trap-filled"));
    }

    @Test
    void texts_of_an_amendment_beyond_the_limit_become_a_file_and_are_not_lost() throws Exception {
        var first = sent();
        var huge = "Potoroo ".repeat(600_000);

        var shown = amend(first, right(first, "en").field("key", key()).field("text", huge));

        assertThat(shown.statusCode()).isEqualTo(413);
        assertThat(shown.body()).contains("long-answers.txt", "name=\"upload\"");
    }

    private Multipart right(JsonNode receipt, String language) {
        return new Multipart()
                .field("secret", receipt.get("secret").asText())
                .field("lang", language)
                .field("base", "1")
                .field("text", "١٢٣ typed with care")
                .field("publication", "public")
                .field("declaration", "true");
    }

    private Multipart wrong(JsonNode receipt, String language) {
        return new Multipart()
                .field("secret", receipt.get("secret").asText())
                .field("lang", language)
                .field("key", key())
                .field("base", "1")
                .field("text", language.equals("en") || language.equals("fr") ? "١٢٣ typed with care" : "١٢٣")
                .field("email", "x")
                .field("publication", "public")
                .field("declaration", "true");
    }

    private HttpResponse<String> amend(JsonNode receipt, Multipart form) {
        return intake.post("/submissions/" + reference(receipt) + "/amend", form);
    }

    private void tellQuarantined(JsonNode receipt) throws Exception {
        intake.tell(
                "q-" + id(receipt),
                new SubmissionQuarantined(
                        id(receipt),
                        new Reference(reference(receipt)),
                        CONSULTED,
                        ROUND,
                        1,
                        List.of(new QuarantinedAttachment(1, "no-text", 7), new QuarantinedAttachment(1, "encrypted")),
                        Instant.now()));
    }

    private SubmissionId id(JsonNode receipt) throws Exception {
        var manifest = intake.store
                .get("submissions/" + reference(receipt) + "/1/manifest.json")
                .orElseThrow();
        return new SubmissionId(
                Json.mapper().readTree(manifest).get("submission").asText());
    }

    private void awaitState(JsonNode receipt, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> json(intake.get(
                                "/api/v1/submissions/" + reference(receipt),
                                "Rostrum-Receipt-Secret",
                                receipt.get("secret").asText()))
                        .get("state")
                        .asText()
                        .equals(state));
    }

    private JsonNode sent() throws Exception {
        var response = intake.post(key(), answer("١٢٣"));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return json(response);
    }

    private void withdraw(JsonNode receipt) {
        var done = post("/submissions/" + reference(receipt) + "/withdraw", "secret=" + secret(receipt) + "&lang=en");
        assertThat(done.statusCode()).isEqualTo(303);
    }

    private HttpResponse<String> post(String path, String form) {
        return intake.send(intake.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private String disputeToken(JsonNode receipt) {
        var mail = Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> intake.mailAbout(reference(receipt)), found -> found.contains(reference(receipt)));
        return found(mail, "/dispute\\?token=([A-Z0-9-]+)");
    }

    private String page(JsonNode receipt, String page, String language) {
        var response = intake.get(path(receipt, page, language));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).contains("<html lang=\"" + language + "\"");
        return response.body();
    }

    private static String path(JsonNode receipt, String page, String language) {
        return "/submissions/" + reference(receipt) + page + "?secret=" + secret(receipt) + "&lang=" + language;
    }

    private static String found(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static String reference(JsonNode receipt) {
        return receipt.get("reference").asText();
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
