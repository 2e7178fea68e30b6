package org.rostrum.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One submission from the respondent's hands to the meeting's document, by API. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyIT {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningSystem system = RunningSystem.shared();
    private Actors actors = new Actors(system, "unset");

    @BeforeAll
    void define_a_consultation() throws Exception {
        actors = new Actors(system, Consultations.define(system, "journey"));
    }

    @Test
    void a_response_with_two_boxes_a_docx_and_a_pdf_reaches_the_feed_the_page_and_the_documents() throws Exception {
        var docx = Documents.docx(List.of(
                "# 2.a The deployment of IPv6",
                "Quokka operators in our region finished their transition to IPv6 within two years.",
                "# Question 3",
                "Wombat committees should meet in every region, not only in capitals."));
        var pdf = Documents.pdf(List.of("Numbat satellites reach remote and underserved areas where fibre cannot."));
        var submission = Respondents.submission(
                "public",
                Map.of(
                        "1", "The Bilby forum should address Internet development every year.",
                        "2.b", "Potoroo terminals bring satellite communication to remote schools."));

        var receipt = actors.submit(
                submission,
                new Http.File("position.docx", DOCX, docx),
                new Http.File("annex.pdf", "application/pdf", pdf));
        var reference = receipt.get("reference").asText();
        var filed = actors.waitForCase(reference);

        assertThat(itemsOf(filed, "Bilby")).containsExactly("1");
        assertThat(itemsOf(filed, "Potoroo")).containsExactly("2.b");
        assertThat(itemsOf(filed, "Quokka")).containsExactly("2.a");
        assertThat(itemsOf(filed, "Wombat")).containsExactly("3");
        assertThat(filed.toString()).contains("Numbat");

        assertThat(actors.move(reference, idOf(filed, "Numbat"), "2").status()).isBetween(200, 204);
        assertThat(actors.clear(reference).status()).isBetween(200, 204);
        actors.waitUntilPublished(reference);
        actors.waitUntilCompiled(reference);

        for (var word : List.of("Bilby", "Potoroo", "Quokka", "Wombat", "Numbat")) {
            assertThat(Http.get(actors.site() + "/contributions/" + reference).text())
                    .contains(word);
            assertThat(Documents.textOfDocx(actors.compilation("docx"))).contains(word);
            assertThat(Documents.textOfPdf(actors.compilation("pdf"))).contains(word);
            assertThat(new String(actors.compilation("html"), UTF_8)).contains(word);
        }
        assertThat(Http.get(actors.site() + "/items/2").text())
                .contains("Numbat")
                .contains(reference);
        assertThat(Http.get(actors.site() + "/feed.atom").text()).contains(reference);
        assertThat(Http.get(actors.site() + "/feed.json").json().path("items").toString())
                .contains(reference);
        assertThat(actors.stateToldTo(receipt)).isEqualTo("published");
    }

    @Test
    void an_anonymous_one_shows_its_words_and_nobody_and_a_confidential_one_shows_nothing() throws Exception {
        var consultation = Consultations.define(system, "hidden");
        var own = new Actors(system, consultation);
        var anonymous = own.submit(
                        Respondents.hidden(
                                "anonymous",
                                Map.of(
                                        "1",
                                        "As Ottokar Zwiebelturm of Fernweh Institute in Liechtenstein I say: Dunnart"
                                                + " first. Write to ottokar@fernweh.example.")),
                        new Http.File(
                                "zwiebelturm-cv.docx",
                                DOCX,
                                Documents.docxBy(
                                        "Ottokar Zwiebelturm",
                                        List.of("# 3", "FERNWEH INSTITUTE supports the Antechinus proposal."))))
                .get("reference")
                .asText();
        var confidential = own.submit(Respondents.hidden("confidential", Map.of("1", "The Phascogale whispers.")))
                .get("reference")
                .asText();
        own.waitForCase(anonymous);
        own.waitForCase(confidential);

        assertThat(own.clear(confidential).status()).isEqualTo(409);
        assertThat(own.clear(anonymous).status()).isBetween(200, 204);
        own.waitUntilPublished(anonymous);
        own.waitUntilCompiled(anonymous);
        var face = PublicFace.of(system, consultation);

        assertThat(face.addressesWith("Dunnart"))
                .contains(own.site() + "/contributions/" + anonymous, own.site() + "/items/1")
                .anyMatch(address -> address.endsWith("compilation.docx"))
                .anyMatch(address -> address.endsWith("compilation.pdf"));
        assertThat(face.addressesWith("Antechinus")).isNotEmpty();
        assertThat(PublicFace.filesWith(system, "Dunnart")).isNotEmpty();
        assertThat(face.addressesWith("Phascogale")).isEmpty();
        assertThat(face.addressesWith(confidential)).isEmpty();
        assertThat(PublicFace.filesWith(system, "Phascogale")).isEmpty();
        for (var word : Respondents.hiddenIdentity()) {
            assertThat(face.addressesWith(word)).as(word).isEmpty();
            assertThat(PublicFace.filesWith(system, word)).as(word).isEmpty();
        }
        var round = openRound(own);
        assertThat(round.path("received").asInt()).isEqualTo(2);
        assertThat(round.path("published").asInt()).isEqualTo(1);
        assertThat(round.path("confidential").asInt()).isEqualTo(1);
    }

    @Test
    void what_was_published_and_is_then_withheld_disappears() throws Exception {
        var consultation = Consultations.define(system, "withheld");
        var own = new Actors(system, consultation);
        var receipt = own.submit(Respondents.submission("public", Map.of("3", "Thylacine cooperation for all.")));
        var reference = receipt.get("reference").asText();
        own.waitForCase(reference);
        own.clear(reference);
        own.waitUntilPublished(reference);
        own.waitUntilCompiled(reference);
        assertThat(PublicFace.of(system, consultation).addressesWith("Thylacine"))
                .hasSizeGreaterThan(5);

        assertThat(own.withhold(reference, "Published by mistake.").status()).isBetween(200, 204);

        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() ->
                        Http.get(own.site() + "/contributions/" + reference).status() == 410);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() ->
                        Http.get(own.site() + "/rounds/open/compilation.docx").status() == 200);
        assertThat(PublicFace.of(system, consultation).addressesWith("Thylacine"))
                .isEmpty();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(own.stateToldTo(receipt)).isEqualTo("withheld"));
    }

    @Test
    void intake_killed_while_it_receives_gives_one_submission_and_one_receipt() throws Exception {
        var key = Respondents.newKey();
        var submission = Respondents.submission("public", Map.of("1", "Kowari under fire."));

        try (var sender = Executors.newVirtualThreadPerTaskExecutor()) {
            sender.execute(() -> sendIntoTheUnknown(submission, key));
            system.kill("intake");
        }
        system.up();
        var first = actors.send(submission, key);
        var again = actors.send(submission, key);

        assertThat(first.status()).isBetween(200, 201);
        assertThat(again.text()).isEqualTo(first.text());
        publish(first.json().get("reference").asText());
    }

    private void sendIntoTheUnknown(ObjectNode submission, String key) {
        try {
            actors.send(submission, key);
        } catch (UncheckedIOException e) {
            // The connection broke: the sender cannot know, and sends the same key again.
        }
    }

    @Test
    void processing_killed_before_it_has_read_a_submission_reads_it_afterwards() {
        var receipt = actors.submit(Respondents.submission("public", Map.of("1", "Ningaui in the gap.")));

        system.kill("processing");
        system.up();

        publish(receipt.get("reference").asText());
    }

    @Test
    void publishing_killed_right_after_a_clearance_publishes_it_afterwards() {
        var reference = actors.submit(Respondents.submission("public", Map.of("1", "Planigale waits.")))
                .get("reference")
                .asText();
        actors.waitForCase(reference);

        assertThat(actors.clear(reference).status()).isBetween(200, 204);
        system.kill("publishing");
        system.up();

        actors.waitUntilPublished(reference);
    }

    private void publish(String reference) {
        actors.waitForCase(reference);
        assertThat(actors.clear(reference).status()).isBetween(200, 204);
        actors.waitUntilPublished(reference);
    }

    @Test
    void keeps_everything_over_a_restart_of_the_whole_system() {
        var receipt = actors.submit(Respondents.submission("public", Map.of("1", "Kultarr before the night.")));
        var reference = receipt.get("reference").asText();
        var waiting = actors.submit(Respondents.submission("public", Map.of("1", "Mulgara waits.")))
                .get("reference")
                .asText();
        actors.waitForCase(reference);
        actors.clear(reference);
        actors.waitUntilPublished(reference);
        var before = Http.get(actors.site() + "/contributions/" + reference).text();

        system.down();
        system.up();

        actors.waitUntilPublished(reference);
        assertThat(Http.get(actors.site() + "/contributions/" + reference).text())
                .isEqualTo(before);
        actors.waitForCase(waiting);
        assertThat(actors.clear(waiting).status()).isBetween(200, 204);
        actors.waitUntilPublished(waiting);
    }

    private static JsonNode openRound(Actors readers) {
        return StreamSupport.stream(readers.accounting().path("rounds").spliterator(), false)
                .filter(round -> round.path("round").asText().equals("open"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> itemsOf(JsonNode theCase, String word) {
        return passages(theCase)
                .filter(passage -> passage.path("text").asText().contains(word))
                .flatMap(passage -> StreamSupport.stream(passage.path("items").spliterator(), false))
                .map(JsonNode::asText)
                .toList();
    }

    private static String idOf(JsonNode theCase, String word) {
        return passages(theCase)
                .filter(passage -> passage.path("text").asText().contains(word))
                .map(passage -> passage.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> passages(JsonNode theCase) {
        return StreamSupport.stream(theCase.path("passages").spliterator(), false);
    }
}
