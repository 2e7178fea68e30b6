package org.rostrum.processing.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Publication;

class NextIT {
    private static final String ROUND = "/rounds/broadband-now/first/next";

    private final RunningProcessing processing = RunningProcessing.shared();
    private final Submissions submissions = new Submissions(processing);

    private void sent(String text) {
        var received = submissions.sent(Publication.PUBLIC, text.getBytes(StandardCharsets.UTF_8));
        processing.awaitCase(received.reference(), "with-staff");
    }

    private List<JsonNode> asked() {
        var next = processing.json("/api/v1" + ROUND + "?limit=50");
        return StreamSupport.stream(next.path("passages").spliterator(), false).toList();
    }

    private static String name(JsonNode asked) {
        return asked.path("reference").asText() + " " + asked.path("passage").asText();
    }

    private static String address(JsonNode asked) {
        return "/api/v1/cases/" + asked.path("reference").asText();
    }

    @Test
    void what_the_machine_doubts_is_shown_until_a_person_settles_it_and_then_never_again() {
        sent("Shepherds on the plateau carry letters for their neighbours once a week.");
        var passage = asked().getFirst();
        assertThat(passage.path("text").asText()).isNotBlank();
        assertThat(passage.path("confidence").asDouble()).isBetween(0.0, 1.0);
        assertThat(processing.json(address(passage)).toString())
                .contains(passage.path("text").asText());

        var settled = processing.post(
                address(passage) + "/passages/" + passage.path("passage").asText() + "/moves", "{\"items\":[\"2\"]}");

        assertThat(settled.statusCode()).isEqualTo(200);
        assertThat(asked()).extracting(NextIT::name).doesNotContain(name(passage));
    }

    @Test
    void what_is_withheld_is_not_asked_about() {
        sent("Lanterns on the pier were the first telegraph of this coast.");
        var passage = asked().getFirst();

        var withheld = processing.post(address(passage) + "/withholdings", "{\"reason\":\"Off topic.\"}");

        assertThat(withheld.statusCode()).isEqualTo(200);
        assertThat(asked()).noneMatch(each -> each.path("reference").equals(passage.path("reference")));
    }

    @Test
    void strangers_and_other_rounds_get_nothing() {
        var staff = processing.issuer.token("staff");

        assertThat(processing.get("/api/v1" + ROUND).statusCode()).isEqualTo(401);
        assertThat(processing
                        .get("/api/v1" + ROUND, processing.issuer.token("member"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(processing
                        .get("/api/v1/rounds/broadband-now/none/next", staff)
                        .statusCode())
                .isEqualTo(404);
        assertThat(processing
                        .get("/api/v1/rounds/broadband-now/none/refilings", staff)
                        .statusCode())
                .isEqualTo(404);
        assertThat(processing
                        .get("/api/v1/rounds/broadband-now/first/refilings", staff)
                        .statusCode())
                .isEqualTo(200);
        assertThat(processing.get(ROUND).statusCode())
                .as("a page leads to the login")
                .isEqualTo(302);
    }
}
