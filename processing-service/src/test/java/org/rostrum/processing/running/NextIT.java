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
        var id = passage.path("passage").asText();
        assertThat(passage.path("text").asText()).startsWith("Shepherds on the plateau");
        assertThat(passage.path("confidence").asDouble()).isBetween(0.0, 1.0);

        var page = processing.get(ROUND, processing.issuer.token("staff"));
        assertThat(page.statusCode()).isEqualTo(200);
        var settled = processing.form(ROUND, "reference=" + reference + "&passage=" + id + "&items=2");
        var again = processing.form(ROUND, "reference=" + reference + "&passage=" + id + "&items=1");

        assertThat(settled.statusCode()).isEqualTo(303);
        assertThat(settled.headers().firstValue("Location").orElseThrow()).endsWith(ROUND);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Somebody else settled this passage meanwhile");
        assertThat(asked(reference)).isEmpty();
        var kept = processing.json("/api/v1/cases/" + reference);
        assertThat(StreamSupport.stream(kept.path("passages").spliterator(), false)
                        .filter(each -> each.path("id").asText().equals(id)))
                .allSatisfy(each -> {
                    assertThat(each.path("confirmed").asBoolean()).isTrue();
                    assertThat(each.at("/items/0").asText()).isEqualTo("2");
                });
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
        assertThat(processing.get("/api/v1" + ROUND).statusCode()).isEqualTo(401);
        assertThat(processing
                        .get("/api/v1" + ROUND, processing.issuer.token("member"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(processing
                        .get("/api/v1/rounds/broadband-now/none/next", processing.issuer.token("staff"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(processing
                        .get("/rounds/%2e%2e/none/next", processing.issuer.token("staff"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(processing.get("/rounds", processing.issuer.token("staff")).body())
                .contains(ROUND);
    }
}
