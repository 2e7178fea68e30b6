package org.rostrum.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rostrum.publishing.Chronicle.bytes;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.logging.log4j.LogManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Json;

/** The whole service over HTTP, on a real log and a real object store. */
@QuarkusTest
@QuarkusTestResource(RealPartsResource.class)
class PublicSiteIT {
    private static final String RIVER = "/consultations/river-2026";

    @TestHTTPResource("/")
    URI root = URI.create("http://localhost");

    @SuppressWarnings("NullAway.Init") // the test resource sets it
    RealParts parts;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void clear_seven() throws Exception {
        parts.tell(Chronicle.definition());
        for (int number = 1; number <= 7; number++) {
            var chronicle = Chronicle.ofPublic(number);
            var artefact = bytes(chronicle.content());
            parts.store(chronicle, artefact).tell(chronicle.received(), chronicle.cleared(3, artefact));
        }
        parts.tell(
                Chronicle.ofPublic(8).received(),
                Chronicle.ofPublic(8).cleared(),
                Chronicle.ofPublic(8).withheld(5));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(get(RIVER).body()).contains("Friends of River 7");
            assertThat(get(page(8)).statusCode()).isEqualTo(410);
        });
    }

    @Test
    void libraries_log_with_us_and_those_that_draw_only_what_is_wrong() {
        assertThat(LogManager.getFactory().getClass().getName()).startsWith("org.jboss.logmanager");
        for (var name : new String[] {"org.apache.pdfbox.pdmodel.font", "org.apache.fontbox.ttf"}) {
            assertThat(Logger.getLogger(name).isLoggable(Level.WARNING)).isFalse();
            assertThat(Logger.getLogger(name).isLoggable(Level.SEVERE)).isTrue();
        }
    }

    @Test
    void pages_answer_304_to_who_has_them_and_carry_a_strict_policy() throws Exception {
        var first = get(page(1));
        var tag = first.headers().firstValue("ETag").orElseThrow();

        var again = send(HttpRequest.newBuilder(at(page(1))).header("If-None-Match", tag));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(tag).matches("\"[0-9a-f]{64}\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(first.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(first.headers().firstValue("Cache-Control").orElseThrow()).contains("must-revalidate");
    }

    @Test
    void what_was_taken_down_is_gone_with_an_explanation() throws Exception {
        assertThat(get(page(8)).body()).contains("No longer public");
        assertThat(get("/api/v1" + page(8)).statusCode()).isEqualTo(410);
    }

    @Test
    void what_is_withdrawn_is_gone_everywhere_within_seconds() throws Exception {
        var number = 20;
        var chronicle = Chronicle.ofPublic(number);
        var artefact = bytes(chronicle.content());
        parts.store(chronicle, artefact).tell(chronicle.received(), chronicle.cleared(3, artefact));
        await().atMost(Duration.ofSeconds(30)).until(() -> get(page(number)).statusCode() == 200);

        parts.tell(chronicle.withdrawn(4));

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(get(page(number)).statusCode()).isEqualTo(410);
            assertThat(get("/api/v1" + page(number)).statusCode()).isEqualTo(410);
            assertThat(get(RIVER + "/feed.atom").body())
                    .contains("at:deleted-entry")
                    .doesNotContain("Friends of River 20");
            assertThat(get(RIVER + "/feed.json").body()).doesNotContain("Friends of River 20");
            assertThat(get(RIVER + "/rounds/responses/compilation.json").body()).doesNotContain("Friends of River 20");
        });
    }

    @Test
    void the_list_is_walked_by_cursor_to_its_end_without_repetition() throws Exception {
        var seen = new HashSet<String>();
        var path = "/api/v1" + RIVER + "/contributions?limit=3";
        int pages = 0;
        while (!path.isEmpty()) {
            var response = get(path);
            var json = Json.mapper().readTree(response.body());
            json.path("contributions")
                    .forEach(it ->
                            assertThat(seen.add(it.path("reference").asText())).isTrue());
            path = response.headers()
                    .firstValue("Link")
                    .map(link -> link.replaceAll("<" + RealParts.PUBLIC_URL + "(.*)>; rel=\"next\"", "$1"))
                    .orElse("");
            pages++;
        }

        assertThat(seen).hasSize(7);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void a_wrong_cursor_or_limit_is_a_problem_that_names_it() throws Exception {
        for (var query : new String[] {"cursor=nonsense", "limit=0", "limit=101", "limit=x"}) {
            var response = get("/api/v1" + RIVER + "/contributions?" + query);

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
            assertThat(response.body()).contains(query.substring(0, query.indexOf('=')));
        }
    }

    @Test
    void other_peoples_pages_may_read_api_and_feeds() throws Exception {
        for (var path : new String[] {"/api/v1/consultations", RIVER + "/feed.atom", RIVER + "/feed.json"}) {
            var response = send(HttpRequest.newBuilder(at(path)).header("Origin", "https://elsewhere.example"));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
        }
    }

    @Test
    void the_account_is_public() throws Exception {
        var round = Json.mapper()
                .readTree(get("/api/v1" + RIVER + "/accounting").body())
                .path("rounds")
                .get(0);

        assertThat(round.path("received").asInt() - round.path("withdrawn").asInt())
                .isEqualTo(8);
        assertThat(round.path("published").asInt()).isEqualTo(7);
        assertThat(round.path("withheld").asInt()).isEqualTo(1);
        assertThat(round.path("balances").asBoolean()).isTrue();
    }

    @Test
    void the_document_comes_in_four_formats_with_a_name() {
        for (var format : new String[] {"docx", "pdf", "html", "json"}) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                var response = get(RIVER + "/rounds/responses/compilation." + format);
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.headers().firstValue("Content-Disposition").orElseThrow())
                        .contains("filename=\"river-2026-responses-compilation." + format + "\"");
            });
        }
    }

    @Test
    void what_does_not_exist_is_a_page_for_people_and_a_problem_for_programs() throws Exception {
        var forPeople =
                send(HttpRequest.newBuilder(at("/consultations/nothing")).header("Accept", "text/html"));
        var forPrograms = get("/api/v1/consultations/nothing/contributions");

        assertThat(forPeople.statusCode()).isEqualTo(404);
        assertThat(forPeople.body()).contains("<h1>There is nothing at this address</h1>");
        assertThat(forPrograms.statusCode()).isEqualTo(404);
        assertThat(forPrograms.body()).contains("urn:rostrum:problem:not-found");
    }

    private static String page(int number) {
        return RIVER + "/contributions/" + Chronicle.ofPublic(number).reference();
    }

    private URI at(String path) {
        return root.resolve(path);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
