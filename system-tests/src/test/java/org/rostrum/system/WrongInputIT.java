package org.rostrum.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Wrong input gets a clear answer; nothing is lost, nothing is published. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongInputIT {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final RunningSystem system = RunningSystem.shared();
    private Actors actors = new Actors(system, "unset");

    @BeforeAll
    void define_a_consultation() throws Exception {
        actors = new Actors(system, Consultations.define(system, "wrong"));
    }

    @Test
    void an_unknown_consultation_is_not_found() {
        var answer = new Actors(system, "never-defined").send(valid(), Respondents.newKey());

        assertProblem(answer, 404);
    }

    @Test
    void a_closed_round_refuses_with_its_rule() {
        var answer = Http.postJson(
                actors.submissionsUrl("closed"), Respondents.json(valid()), "Idempotency-Key", Respondents.newKey());

        assertProblem(answer, 409);
        assertThat(answer.text()).contains("Europe/Zurich");
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        var wrong = Respondents.submission("secret", Map.of("9.z", "To an item that does not exist."));
        wrong.put("declaration", false);
        ((ObjectNode) wrong.get("respondent")).put("email", "not-an-address");

        var answer = actors.send(wrong, Respondents.newKey());

        assertThat(answer.status()).isBetween(400, 422);
        assertProblem(answer, answer.status());
        assertThat(answer.json().path("errors").toString())
                .contains("publication")
                .contains("/answers/0/item")
                .contains("declaration")
                .contains("email");
    }

    @Test
    void an_empty_submission_is_refused() {
        var answer = actors.send(Respondents.submission("public", Map.of()), Respondents.newKey());

        assertThat(answer.status()).isBetween(400, 422);
        assertProblem(answer, answer.status());
    }

    @Test
    void an_unknown_field_is_named() {
        var answer = actors.send(valid().put("status", "cleared"), Respondents.newKey());

        assertProblem(answer, 400);
        assertThat(answer.text()).contains("status");
    }

    @Test
    void a_wrong_content_type_is_refused() {
        var answer = Http.post(
                actors.submissionsUrl("open"),
                "application/x-yaml",
                "a: b".getBytes(UTF_8),
                "Idempotency-Key",
                Respondents.newKey());

        assertProblem(answer, 415);
    }

    @Test
    void an_attachment_of_sixty_megabytes_is_too_large() {
        var answer = actors.send(
                valid(), Respondents.newKey(), new Http.File("huge.pdf", "application/pdf", new byte[60 << 20]));

        assertProblem(answer, 413);
        assertThat(answer.text()).contains("50");
    }

    @Test
    void a_missing_key_says_how_to_make_one() {
        var answer = Http.postJson(actors.submissionsUrl("open"), Respondents.json(valid()));

        assertProblem(answer, 400);
        assertThat(answer.text()).contains("Idempotency-Key");
    }

    @Test
    void the_same_key_gives_the_same_receipt_and_with_another_body_none() {
        var key = Respondents.newKey();

        var first = actors.send(valid(), key);
        var again = actors.send(valid(), key);
        var other = actors.send(Respondents.submission("public", Map.of("1", "Something else.")), key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertProblem(other, 422);
    }

    @Test
    void a_corrupted_pdf_and_an_encrypted_docx_cost_the_respondent_nothing() throws Exception {
        var receipt = actors.submit(
                Respondents.submission("public", Map.of("1", "My words in the box survive: Chuditch.")),
                new Http.File("broken.pdf", "application/pdf", Documents.corruptedPdf()),
                new Http.File("sealed.docx", DOCX, Documents.encryptedDocx()));
        var reference = receipt.get("reference").asText();

        var filed = actors.waitForCase(reference);

        assertThat(filed.toString()).contains("Chuditch").contains("encrypted").contains("corrupted");
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    var told = Http.get(
                            system.intake() + "/api/v1/submissions/" + reference,
                            "Rostrum-Receipt-Secret",
                            receipt.get("secret").asText());
                    assertThat(told.text()).contains("encrypted").contains("corrupted");
                });
        assertThat(actors.publishedReferences()).doesNotContain(reference);
    }

    @Test
    void a_wrong_secret_and_an_unknown_reference_get_the_same_answer() {
        var receipt = actors.submit(valid());
        var url = system.intake() + "/api/v1/submissions/";

        var wrongSecret = Http.get(url + receipt.get("reference").asText(), "Rostrum-Receipt-Secret", "guess");
        var unknown = Http.get(url + "7K3QX-9MPAD", "Rostrum-Receipt-Secret", "guess");

        assertThat(wrongSecret.status()).isEqualTo(404);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(wrongSecret.text()).isEqualTo(unknown.text());
    }

    @Test
    void staff_apis_refuse_strangers_and_the_wrong_role() {
        var nobody = Http.get(actors.casesUrl());
        var forged = Http.get(actors.casesUrl(), "Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.");
        var member = system.userWithRole("member").name();
        var wrongRole = Http.get(actors.casesUrl(), "Authorization", "Bearer " + system.token(member));

        assertThat(List.of(nobody.status(), forged.status(), wrongRole.status()))
                .containsExactly(401, 401, 403);
    }

    @Test
    void a_wrong_definition_is_refused_with_every_error() throws Exception {
        var file = system.state().resolve("wrong.yaml");
        java.nio.file.Files.writeString(
                file,
                "id: wrong-one\ntitle: { en: X }\nzone: Mars/Olympus\nrounds:\n  - { id: a, opens: yesterday }\n");

        var result = system.apply(file);

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.output()).contains("zone").contains("opens").contains("organiser");
    }

    private static ObjectNode valid() {
        return Respondents.submission("public", Map.of("1", "A plain and valid answer."));
    }

    private static void assertProblem(Http.Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("title").asText()).isNotBlank();
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    }
}
