package org.rostrum.processing.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;

class NextIT {
    private static final String ROUND = "/rounds/broadband-now/first/next";

    private final RunningProcessing processing = RunningProcessing.shared();
    private final Submissions submissions = new Submissions(processing);

    private Reference sent(String text) {
        var received = submissions.sent(Publication.PUBLIC, text.getBytes(StandardCharsets.UTF_8));
        processing.awaitCase(received.reference(), "with-staff");
        return received.reference();
    }

    private Optional<JsonNode> asked(Reference reference) {
        var next = processing.json("/api/v1" + ROUND + "?limit=50");
        return StreamSupport.stream(next.path("passages").spliterator(), false)
                .filter(passage -> passage.path("reference").asText().equals(reference.value()))
                .findFirst();
    }

    @Test
    void what_the_machine_doubts_is_shown_until_a_person_settles_it_and_then_never_again() {
        var reference = sent("Shepherds on the plateau carry letters for their neighbours once a week.");
        var passage = asked(reference).orElseThrow();
        assertThat(passage.path("text").asText()).startsWith("Shepherds on the plateau");
        assertThat(passage.path("confidence").asDouble()).isBetween(0.0, 1.0);

        var settled = processing.post(
                "/api/v1/cases/" + reference + "/passages/"
                        + passage.path("passage").asText() + "/moves",
                "{\"items\":[\"2\"]}");

        assertThat(settled.statusCode()).isEqualTo(200);
        assertThat(asked(reference)).isEmpty();
    }

    @Test
    void what_is_withheld_is_not_asked_about() {
        var reference = sent("Lanterns on the pier were the first telegraph of this coast.");
        assertThat(asked(reference)).isPresent();

        processing.post("/api/v1/cases/" + reference + "/withholdings", "{\"reason\":\"Off topic.\"}");

        assertThat(asked(reference)).isEmpty();
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
