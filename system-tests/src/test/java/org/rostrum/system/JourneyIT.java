package org.rostrum.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One submission from the respondent's hands to the meeting's document, by API. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyIT {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

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
    void an_anonymous_one_shows_its_words_and_nobody() throws Exception {
        var submission = Respondents.submission(
                "anonymous",
                Map.of(
                        "1",
                        "As Wilhelmina Quastenflosser of Lakeside Network Cooperative in Switzerland I say: Dunnart"
                                + " first. Write to wilhelmina@lakeside.example."));
        var attachment = new Http.File(
                "quastenflosser-cv.docx",
                DOCX,
                Documents.docx(List.of("# 3", "Lakeside Network Cooperative supports the Antechinus proposal.")));

        var reference = actors.submit(submission, attachment).get("reference").asText();
        actors.waitForCase(reference);
        assertThat(actors.clear(reference).status()).isBetween(200, 204);
        actors.waitUntilPublished(reference);
        actors.waitUntilCompiled(reference);
        var contribution =
                Http.get(actors.site() + "/contributions/" + reference).text()
                        + Http.get(actors.contributionsUrl() + "/" + reference).text();

        assertThat(contribution).contains("Dunnart").contains("Antechinus").contains("Civil society");
        assertThat(contribution)
                .doesNotContainIgnoringCase("Wilhelmina")
                .doesNotContainIgnoringCase("Quastenflosser")
                .doesNotContainIgnoringCase("Lakeside")
                .doesNotContainIgnoringCase("Head of Policy")
                .doesNotContain("Switzerland")
                .doesNotContain("\"CH\"");
    }

    @Test
    void nobody_of_an_anonymous_or_confidential_submission_is_anywhere_public() throws Exception {
        var own = new Actors(system, Consultations.define(system, "hidden"));
        var anonymous = own.submit(Respondents.submission("anonymous", Map.of("1", "The Dunnart speaks.")))
                .get("reference")
                .asText();
        var confidential = own.submit(Respondents.submission("confidential", Map.of("1", "The Phascogale whispers.")))
                .get("reference")
                .asText();
        own.waitForCase(anonymous);
        own.waitForCase(confidential);

        assertThat(own.clear(confidential).status()).isEqualTo(409);
        assertThat(own.clear(anonymous).status()).isBetween(200, 204);
        own.waitUntilPublished(anonymous);
        own.waitUntilCompiled(anonymous);
        var everything = own.everythingPublic(List.of(anonymous, confidential));

        assertThat(everything).contains("Dunnart").doesNotContain("Phascogale");
        for (var word : Respondents.identity()) {
            assertThat(everything).doesNotContainIgnoringCase(word);
        }
        var round = StreamSupport.stream(own.accounting().path("rounds").spliterator(), false)
                .filter(r -> r.path("round").asText().equals("open"))
                .findFirst()
                .orElseThrow();
        assertThat(round.path("received").asInt()).isEqualTo(2);
        assertThat(round.path("published").asInt()).isEqualTo(1);
        assertThat(round.path("confidential").asInt()).isEqualTo(1);
    }

    @Test
    void what_was_published_and_is_then_withheld_disappears() throws Exception {
        var receipt = actors.submit(Respondents.submission("public", Map.of("3", "Thylacine cooperation for all.")));
        var reference = receipt.get("reference").asText();
        actors.waitForCase(reference);
        actors.clear(reference);
        actors.waitUntilPublished(reference);
        actors.waitUntilCompiled(reference);

        assertThat(actors.withhold(reference, "Published by mistake.").status()).isBetween(200, 204);
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(actors.everythingPublic(List.of(reference))).doesNotContain("Thylacine"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(actors.stateToldTo(receipt)).isEqualTo("withheld"));
    }

    @Test
    void goes_on_after_every_service_was_killed_once() {
        for (var victim : List.of("intake", "processing", "publishing")) {
            var receipt = actors.submit(
                    Respondents.submission("public", Map.of("1", "Before the fall of " + victim + ": Kowari.")));
            var reference = receipt.get("reference").asText();

            system.kill(victim);
            system.up();
            actors.waitForCase(reference);
            assertThat(actors.clear(reference).status()).isBetween(200, 204);

            actors.waitUntilPublished(reference);
        }
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
