package org.rostrum.intake.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rostrum.intake.running.RunningIntake.CONSULTATION;
import static org.rostrum.intake.running.RunningIntake.answer;
import static org.rostrum.intake.running.RunningIntake.submissions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ClearanceEvent.SubmissionCleared;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.EventCodec;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.ProcessingEvent.QuarantinedAttachment;
import org.rostrum.contracts.ProcessingEvent.SubmissionProcessed;
import org.rostrum.contracts.PublicationEvent.ContributionPublished;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionEvent.SubmissionReceived;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.intake.running.RunningIntake.Multipart;

class JourneyIT {
    private final RunningIntake intake = RunningIntake.shared();

    @Test
    void a_submission_with_files_is_stored_recorded_and_receipted() throws Exception {
        var form = new Multipart()
                .field("submission", answer("See the papers."))
                .file("attachment", "paper.pdf", "one".getBytes(StandardCharsets.UTF_8))
                .file("attachment", "annex <b>.txt", "two".getBytes(StandardCharsets.UTF_8));

        var response = intake.post(submissions("first"), form, "Idempotency-Key", key());

        assertThat(response.statusCode()).isEqualTo(201);
        var receipt = json(response);
        assertThat(receipt.at("/attachments/1/fileName").asText()).isEqualTo("annex <b>.txt");
        verifySignature(receipt);
        var received = received(receipt.get("reference").asText());
        var manifest = intake.store.getVerified(
                received.manifest().key(), received.manifest().sha256());
        assertThat(received.manifest().sha256())
                .isEqualTo(receipt.get("manifestSha256").asText());
        assertThat(new String(manifest, StandardCharsets.UTF_8))
                .contains("Lovelace")
                .doesNotContain("ada@example.org");
        var attachment = Json.mapper().readTree(manifest).at("/attachments/0/object");
        assertThat(intake.store.getVerified(
                        attachment.get("key").asText(), attachment.get("sha256").asText()))
                .isEqualTo("one".getBytes(StandardCharsets.UTF_8));
    }

    private void verifySignature(JsonNode receipt) throws Exception {
        var key = json(intake.get("/api/v1/receipt-key")).get("publicKey").binaryValue();
        var rest = ((ObjectNode) receipt.deepCopy()).without("signature");
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        verifier.update(Json.writeCanonical(rest));
        assertThat(verifier.verify(Base64.getDecoder()
                        .decode(receipt.at("/signature/value").asText())))
                .isTrue();
    }

    @Test
    void a_hundred_parallel_sends_of_one_key_are_one_submission() throws Exception {
        var key = key();
        Callable<HttpResponse<String>> send = () -> intake.post(key, answer("Together."));

        var receipts = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sent : threads.invokeAll(
                    IntStream.range(0, 100).mapToObj(i -> send).toList())) {
                assertThat(sent.get().statusCode()).isIn(200, 201);
                receipts.add(sent.get().body());
            }
        }

        assertThat(receipts).hasSize(1);
        var reference = Json.mapper()
                .readTree(receipts.iterator().next())
                .get("reference")
                .asText();
        assertThat(intake.eventIds(reference)).hasSize(1);
        assertThat(intake.store.list("submissions/" + reference + "/")).hasSize(1);
    }

    @Test
    void another_body_under_the_same_key_is_refused_and_the_first_stands() throws Exception {
        var key = key();
        var first = intake.post(key, answer("First."));

        assertThat(intake.post(key, answer("Second.")).statusCode()).isEqualTo(422);
        var again = intake.post(key, answer("First."));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void the_status_follows_what_the_other_services_say() throws Exception {
        var receipt = json(intake.post(key(), answer("Follow me.")));
        var received = received(receipt.get("reference").asText());
        var secret = receipt.get("secret").asText();
        var id = received.submission();
        var consultation = new ConsultationId(CONSULTATION);
        var round = new RoundId("first");
        Reference reference = received.reference();
        var now = Instant.now();
        assertThat(state(reference, secret)).isEqualTo("received");

        intake.tell(
                "p-" + id,
                new SubmissionProcessed(
                        id,
                        reference,
                        consultation,
                        round,
                        1,
                        3,
                        0,
                        List.of(new QuarantinedAttachment(1, "encrypted"), new QuarantinedAttachment(2, "no-text", 3)),
                        now));
        awaitState(reference, secret, "with-staff");
        assertThat(status(reference, secret).body()).contains("password", "\"inside\":3");
        intake.tell(
                "c-" + id,
                new SubmissionCleared(
                        id,
                        reference,
                        consultation,
                        round,
                        1,
                        new ObjectRef("rostrum-cleared", "k", "0".repeat(64), 1),
                        "ada",
                        now));
        awaitState(reference, secret, "cleared");
        intake.tell(
                "b-" + id,
                new ContributionPublished(
                        id,
                        reference,
                        consultation,
                        round,
                        1,
                        "ab".repeat(32),
                        "/consultations/x/contributions/" + reference,
                        now));
        awaitState(reference, secret, "published");
        assertThat(json(status(reference, secret)).get("link").asText()).endsWith("/contributions/" + reference);
    }

    @Test
    void hostile_65_a_record_that_cannot_be_read_goes_to_the_dead_letters_and_the_topic_moves_on() throws Exception {
        var receipt = json(intake.post(key(), answer("After the bad one.")));
        var received = received(receipt.get("reference").asText());
        var id = received.submission();
        var before = intake.records("intake.dead-letters").size();

        intake.produce(
                new ProducerRecord<>("processing.v1", id.value(), "not an event".getBytes(StandardCharsets.UTF_8)));
        intake.tell(
                "q-" + id,
                new SubmissionProcessed(
                        id,
                        received.reference(),
                        received.consultation(),
                        received.round(),
                        1,
                        1,
                        0,
                        List.of(),
                        Instant.now()));

        awaitState(received.reference(), receipt.get("secret").asText(), "with-staff");
        Awaitility.await().until(() -> intake.records("intake.dead-letters").size() > before);
        var dead = intake.records("intake.dead-letters").getLast();
        assertThat(RunningIntake.header(dead, "dead-letter-reason")).isNotBlank();
    }

    @Test
    void the_form_does_the_same_without_a_script_and_leads_to_the_receipt() throws Exception {
        var sent =
                intake.post("/consultations/" + CONSULTATION + "/respond", filledForm("public"), "Origin", intake.url);

        assertThat(sent.statusCode()).isEqualTo(303);
        var page = intake.get(sent.headers().firstValue("Location").orElseThrow());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Your response has arrived", "notes.txt");
    }

    @Test
    void the_form_keeps_what_was_typed_when_something_is_wrong() {
        var page = intake.post(
                "/consultations/" + CONSULTATION + "/respond", filledForm("nonsense"), "Origin", intake.url);

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("There is a problem", "href=\"#public\"", "Typed &lt;b&gt;words&lt;/b&gt;", "value=\"Ada\"");
    }

    @Test
    void whoever_goes_back_and_changes_something_is_told_of_the_first_version_and_may_add_a_second() {
        var key = key();
        var path = "/consultations/" + CONSULTATION + "/respond";
        var first = intake.post(path, filledForm(key, "public", "First."), "Origin", intake.url);
        var reference =
                first.headers().firstValue("Location").orElseThrow().replaceAll(".*submissions/([^/]+)/.*", "$1");

        var page = intake.post(path, filledForm(key, "public", "Second."), "Origin", intake.url);

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body())
                .contains(reference, "adds a second submission", "Second.")
                .doesNotContain(key, "Idempotency-Key");
        var fresh = page.body().replaceAll("(?s).*name=\"key\" value=\"([^\"]+)\".*", "$1");
        assertThat(intake.post(path, filledForm(fresh, "public", "Second."), "Origin", intake.url)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_form_from_another_site_is_refused() {
        var path = "/consultations/" + CONSULTATION + "/respond";

        assertThat(intake.post(path, filledForm("public"), "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(intake.post(path, filledForm("public"), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_chosen_language_is_shown_with_its_direction_and_marked_as_unofficial() {
        var page = intake.get("/consultations/" + CONSULTATION + "/respond?lang=ar")
                .body();

        assertThat(page).contains("lang=\"ar\" dir=\"rtl\"", "ما الذي يساعد؟", "ترجمة غير رسمية");
    }

    @Test
    void nothing_personal_is_logged() {
        intake.post("a-key-that-is-not-logged", answer("Words that are not logged."));

        assertThat(intake.logged()).doesNotContain("ada@example.org", "Lovelace", "not logged", "a-key-that-is");
    }

    private static Multipart filledForm(String publication) {
        return filledForm(key(), publication, "Typed <b>words</b>");
    }

    private static Multipart filledForm(String key, String publication, String answer) {
        return new Multipart()
                .field("key", key)
                .field("round", "first")
                .field("givenName", "Ada")
                .field("answer.2.e", answer)
                .field("publication", publication)
                .field("declaration", "true")
                .file("attachment", "", new byte[0])
                .file("attachment", "notes.txt", "notes".getBytes(StandardCharsets.UTF_8));
    }

    private SubmissionReceived received(String reference) throws Exception {
        var record = intake.records("submissions.v1").stream()
                .filter(candidate ->
                        RunningIntake.header(candidate, EventCodec.SUBJECT).equals(reference))
                .findFirst()
                .orElseThrow();
        var received = Json.mapper().readValue(record.value(), SubmissionReceived.class);
        assertThat(record.key()).isEqualTo(received.submission().value());
        assertThat(SubmissionId.isValid(record.key())).isTrue();
        return received;
    }

    private void awaitState(Reference reference, String secret, String state) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(state(reference, secret)).isEqualTo(state));
    }

    private String state(Reference reference, String secret) throws JsonProcessingException {
        return json(status(reference, secret)).get("state").asText();
    }

    private HttpResponse<String> status(Reference reference, String secret) {
        return intake.get("/api/v1/submissions/" + reference, "Rostrum-Receipt-Secret", secret);
    }

    private static JsonNode json(HttpResponse<String> response) throws JsonProcessingException {
        return Json.mapper().readTree(response.body());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
