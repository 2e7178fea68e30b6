package org.rostrum.processing.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ClearanceEvent.SubmissionCleared;
import org.rostrum.contracts.ProcessingEvent.SubmissionParked;
import org.rostrum.contracts.ProcessingEvent.SubmissionProcessed;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;
import org.rostrum.stack.Part;

class CaseworkIT {
    private static final String PROCESSING = "processing.v1";
    private static final String CLEARANCES = "clearances.v1";

    private final RunningProcessing processing = RunningProcessing.shared();
    private final Submissions submissions = new Submissions(processing);

    @Test
    void a_received_submission_appears_with_its_passages_and_files() {
        var file = "Question 2\n\nThe rich should pay for satellites, because they profit most from them."
                .getBytes(StandardCharsets.UTF_8);

        var received = submissions.sent(Publication.PUBLIC, file);

        var view = processing.awaitCase(received.reference(), "with-staff");
        assertThat(view.at("/respondent/familyName").asText()).isEqualTo("Müller");
        assertThat(view.at("/passages/0/items/0").asText()).isEqualTo("1");
        assertThat(view.at("/passages/0/basis").asText()).isEqualTo("box");
        assertThat(view.at("/passages/1/items/0").asText()).isEqualTo("2");
        assertThat(view.at("/attachments/0/outcome").asText()).isEqualTo("read");
        assertThat(processing
                        .json("/api/v1/cases?q=" + received.reference())
                        .at("/cases/0/from")
                        .asText())
                .isEqualTo("Digital Rights");
        awaitProcessedOnce(received.reference());
    }

    private void awaitProcessedOnce(Reference reference) {
        Awaitility.await()
                .atMost(RunningProcessing.SOON)
                .untilAsserted(() -> assertThat(processing.events(PROCESSING, reference, SubmissionProcessed.class))
                        .hasSize(1));
    }

    @Test
    void an_unreadable_file_is_quarantined_with_a_reason_and_the_text_goes_on() {
        var received = submissions.sent(Publication.PUBLIC, "%PDF-1.7 broken".getBytes(StandardCharsets.UTF_8));

        var view = processing.awaitCase(received.reference(), "with-staff");

        assertThat(view.at("/attachments/0/outcome").asText()).isEqualTo("quarantined");
        assertThat(view.at("/attachments/0/explanation").asText()).isNotBlank();
        assertThat(view.at("/passages")).hasSize(1);
    }

    @Test
    void an_event_that_comes_again_changes_nothing() {
        var received = submissions.sent(Publication.PUBLIC);
        int revision = processing
                .awaitCase(received.reference(), "with-staff")
                .get("revision")
                .asInt();

        submissions.announce(received);
        submissions.announce(received);
        var later = submissions.sent(Publication.PUBLIC);
        processing.awaitCase(later.reference(), "with-staff");

        assertThat(processing
                        .json("/api/v1/cases/" + received.reference())
                        .get("revision")
                        .asInt())
                .isEqualTo(revision);
        awaitProcessedOnce(received.reference());
    }

    @Test
    void a_submission_that_cannot_be_processed_is_parked_and_can_be_released() {
        var received = submissions.stored(Publication.PUBLIC);
        var manifest = processing.intakeBucket.get(received.manifest().key()).orElseThrow();
        processing.intakeBucket.delete(received.manifest().key());
        submissions.announce(received);

        var parked = processing.awaitCase(received.reference(), "parked");
        var others = submissions.sent(Publication.PUBLIC);
        processing.awaitCase(others.reference(), "with-staff");
        processing.intakeBucket.put(received.manifest().key(), manifest, "application/json");
        processing.post("/api/v1/cases/" + received.reference() + "/releases", "");

        assertThat(parked.get("reason").asText()).isEqualTo("manifest-missing");
        processing.awaitCase(received.reference(), "with-staff");
        assertThat(processing.events(PROCESSING, received.reference(), SubmissionParked.class))
                .hasSize(1);
    }

    @Test
    void hostile_66_a_tampered_manifest_is_noticed() {
        var received = submissions.stored(Publication.PUBLIC);
        processing.intakeBucket.put(
                received.manifest().key(), "{}".getBytes(StandardCharsets.UTF_8), "application/json");

        submissions.announce(received);

        assertThat(processing
                        .awaitCase(received.reference(), "parked")
                        .get("reason")
                        .asText())
                .isEqualTo("manifest-tampered");
    }

    @Test
    void hostile_65_a_record_that_is_no_event_goes_to_the_dead_letters_and_the_partition_moves_on() {
        var key = "poison-" + Instant.now();
        for (int partition = 0; partition < 6; partition++) {
            processing.produce(new ProducerRecord<>(
                    "submissions.v1", partition, key, "no event".getBytes(StandardCharsets.UTF_8)));
        }

        var received = submissions.sent(Publication.PUBLIC);

        processing.awaitCase(received.reference(), "with-staff");
        Awaitility.await()
                .atMost(RunningProcessing.SOON)
                .untilAsserted(() -> assertThat(processing.records("processing.dead-letters"))
                        .filteredOn(letter -> key.equals(letter.key()))
                        .hasSize(6));
    }

    @Test
    void a_clearance_stores_the_public_form_and_tells_its_fingerprint() {
        var received = submissions.sent(Publication.PUBLIC);
        processing.awaitCase(received.reference(), "with-staff");

        var answer = processing.post("/api/v1/cases/" + received.reference() + "/clearances", "{\"version\":1}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(publicForm(received.reference()))
                .contains("[e-mail address removed]", "Zoë Müller", "Digital Rights")
                .doesNotContain("rights.example");
    }

    @Test
    void an_anonymous_public_form_names_nobody() {
        var received =
                submissions.sent(Publication.ANONYMOUS, "Digital Rights, Geneva".getBytes(StandardCharsets.UTF_8));
        processing.awaitCase(received.reference(), "with-staff");

        processing.post("/api/v1/cases/" + received.reference() + "/clearances", "{\"version\":1}");

        assertThat(publicForm(received.reference()))
                .contains("Civil society")
                .doesNotContainIgnoringCase("Zoë")
                .doesNotContainIgnoringCase("Müller")
                .doesNotContainIgnoringCase("mueller")
                .doesNotContainIgnoringCase("Digital Rights")
                .doesNotContainIgnoringCase("Switzerland")
                .doesNotContain("Counsel", "\"CH\"", "rights.example");
    }

    private String publicForm(Reference reference) {
        var cleared = Awaitility.await()
                .atMost(RunningProcessing.SOON)
                .until(() -> processing.events(CLEARANCES, reference, SubmissionCleared.class), list -> !list.isEmpty())
                .getFirst();
        var bytes = processing.clearedBucket.getVerified(
                cleared.artefact().key(), cleared.artefact().sha256());
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void hostile_55_what_nobody_has_looked_at_is_not_cleared() {
        var received = submissions.sent(
                Publication.PUBLIC,
                "The fee goes to CH93 0076 2011 6238 5295 7; call +41 22 730 51 11.".getBytes(StandardCharsets.UTF_8));
        var view = processing.awaitCase(received.reference(), "with-staff");
        var address = "/cases/" + received.reference();

        var byApi = processing.post("/api/v1" + address + "/clearances", "{\"version\":1,\"seen\":[\"telephone\"]}");

        assertThat(view.get("exposed").toString()).contains("bank-account", "telephone");
        assertThat(byApi.statusCode()).isEqualTo(409);
        assertThat(RunningProcessing.json(byApi).get("type").asText()).isEqualTo("urn:rostrum:problem:flags-unseen");
        assertThat(processing.json("/api/v1" + address).get("state").asText()).isEqualTo("with-staff");
        assertThat(processing.events(CLEARANCES, received.reference(), SubmissionCleared.class))
                .isEmpty();
        assertThat(processing
                        .post(
                                "/api/v1" + address + "/clearances",
                                "{\"version\":1,\"seen\":[\"telephone\",\"bank-account\"]}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_confidential_submission_is_never_cleared() {
        var received = submissions.sent(Publication.CONFIDENTIAL);
        processing.awaitCase(received.reference(), "confidential");

        var answer = processing.post("/api/v1/cases/" + received.reference() + "/clearances", "{\"version\":1}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(RunningProcessing.json(answer).get("type").asText()).isEqualTo("urn:rostrum:problem:confidential");
    }

    @Test
    void a_kill_between_commit_and_offset_repeats_nothing_and_loses_no_event() throws InterruptedException {
        var received = submissions.sent(Publication.PUBLIC);
        processing.awaitCase(received.reference(), "with-staff");
        processing.post("/api/v1/cases/" + received.reference() + "/clearances", "{\"version\":1}");

        processing.kill();
        submissions.announce(received);
        var meanwhile = submissions.sent(Publication.PUBLIC);
        processing.start();

        processing.awaitCase(meanwhile.reference(), "with-staff");
        assertThat(processing
                        .json("/api/v1/cases/" + received.reference())
                        .get("state")
                        .asText())
                .isEqualTo("cleared");
        assertThat(publicForm(received.reference())).isNotBlank();
    }

    @Test
    void a_database_that_is_away_is_waited_for() {
        processing.stack.kill(Part.POSTGRES);
        var received = submissions.sent(Publication.PUBLIC);

        processing.stack.up(Set.of(Part.POSTGRES));

        processing.awaitCase(received.reference(), "with-staff");
        awaitProcessedOnce(received.reference());
    }

    @Test
    void strangers_are_refused_by_problems() {
        var none = processing.get("/api/v1/cases");
        var member = processing.get("/api/v1/cases", processing.issuer.token("member"));
        var otherAudience = processing.get(
                "/api/v1/cases",
                processing.issuer.token("staff", "other", Instant.now().plusSeconds(60), "RS256"));
        var unsigned = processing.get(
                "/api/v1/cases",
                processing.issuer.token("staff", "rostrum-api", Instant.now().plusSeconds(60), "none"));
        var expired = processing.get(
                "/api/v1/cases",
                processing.issuer.token("staff", "rostrum-api", Instant.now().minusSeconds(60), "RS256"));

        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(member.statusCode()).isEqualTo(403);
        assertThat(member.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(otherAudience.statusCode()).isEqualTo(401);
        assertThat(unsigned.statusCode()).isEqualTo(401);
        assertThat(expired.statusCode()).isEqualTo(401);
    }

    @Test
    void a_page_leads_to_the_login() {
        var answer = processing.get("/");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .startsWith(processing.issuer.issuer())
                .contains("code_challenge_method=S256");
    }
}
