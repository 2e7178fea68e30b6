package org.rostrum.processing.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;

class KeyPassagesIT {
    private static final String ITEM =
            "/api/v1/consultations/" + RunningProcessing.CONSULTATION + "/rounds/first/items/2/key-passages";

    private final RunningProcessing processing = RunningProcessing.shared();
    private final Submissions submissions = new Submissions(processing);

    private Reference said(String words) {
        var received =
                submissions.sent(Publication.PUBLIC, ("Question 2\n\n" + words).getBytes(StandardCharsets.UTF_8));
        processing.awaitCase(received.reference(), "with-staff");
        return received.reference();
    }

    private String passage(Reference reference) {
        return StreamSupport.stream(
                        processing
                                .json("/api/v1/cases/" + reference)
                                .get("passages")
                                .spliterator(),
                        false)
                .filter(one -> one.at("/items/0").asText().equals("2"))
                .map(one -> one.get("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode quote(Reference reference) {
        return StreamSupport.stream(processing.json(ITEM).get("quotes").spliterator(), false)
                .filter(quote -> quote.get("reference").asText().equals(reference.value()))
                .findFirst()
                .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
    }

    @Test
    void staff_pin_drop_and_leave_a_passage_and_the_choice_follows_at_once() {
        var reference = said(
                "Satellites over the poles should be paid by whoever sells what they see, says the herring fleet.");
        var passage = "/" + reference + "/" + passage(reference);

        assertThat(processing.put(ITEM + passage, "{\"pinned\":true}").statusCode())
                .isEqualTo(204);

        var pinned = quote(reference);
        assertThat(pinned.at("/pinned/by").asText()).isNotBlank();
        assertThat(pinned.get("text").asText()).endsWith("says the herring fleet.");
        assertThat(pinned.get("cleared").asBoolean()).isFalse();
        assertThat(pinned.at("/place/attachment").asInt()).isEqualTo(1);

        assertThat(processing.put(ITEM + passage, "{\"pinned\":false}").statusCode())
                .isEqualTo(204);
        assertThat(quote(reference).isMissingNode()).isTrue();
        assertThat(processing.json(ITEM).at("/dropped").toString()).contains(reference.value());

        assertThat(processing.delete(ITEM + passage).statusCode()).isEqualTo(204);
        assertThat(processing.json(ITEM).at("/dropped").toString()).doesNotContain(reference.value());
        assertThat(processing.json("/api/v1/cases/" + reference).at("/history").toString())
                .contains("key-passage-pinned", "key-passage-dropped", "key-passage-left");
    }

    @Test
    void what_was_pinned_and_then_withheld_can_be_taken_back_by_its_words() {
        var reference = said("Lighthouses should be paid by whoever sails past them at night, says the ferry company.");
        processing.put(ITEM + "/" + reference + "/" + passage(reference), "{\"pinned\":true}");
        processing.post("/api/v1/cases/" + reference + "/withholdings", "{\"reason\":\"A test.\"}");
        processing.awaitCase(reference, "withheld");

        var outdated = StreamSupport.stream(
                        processing.json(ITEM).get("outdatedChoices").spliterator(), false)
                .filter(one -> one.get("reference").asText().equals(reference.value()))
                .findFirst()
                .orElseThrow();
        var words = ITEM + "/" + reference + "/words/" + outdated.get("hash").asText();

        assertThat(outdated.get("pinned").asBoolean()).isTrue();
        assertThat(processing.delete(words).statusCode()).isEqualTo(204);
        assertThat(processing.json(ITEM).get("outdatedChoices").toString()).doesNotContain(reference.value());
        assertThat(processing.delete(words).statusCode()).isEqualTo(404);
    }

    @Test
    void tells_how_those_who_are_quoted_compare_with_all() {
        said("Landing stations want fees that nobody but the largest carriers can pay, and nobody sees the contracts.");

        var view = processing.json(ITEM);

        assertThat(view.get("notice").asText()).contains("For staff only");
        assertThat(view.get("passages").asInt()).isPositive();
        assertThat(view.at("/representation/0/trait").asText()).isEqualTo("group");
        assertThat(view.at("/representation/0/kinds/0/value").asText()).isEqualTo("Civil society");
        assertThat(view.at("/representation/0/distance").asDouble()).isZero();
    }

    @Test
    void refuses_in_words_and_only_staff_may_ask() {
        var reference =
                said("Withheld words about satellites are quoted by nobody, whoever would like to have them pinned.");
        var passage = "/" + reference + "/" + passage(reference);
        processing.post("/api/v1/cases/" + reference + "/withholdings", "{\"reason\":\"A test.\"}");
        processing.awaitCase(reference, "withheld");

        var refused = processing.put(ITEM + passage, "{\"pinned\":true}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.headers().firstValue("content-type").orElseThrow()).startsWith("application/problem+json");
        assertThat(refused.body()).contains("urn:rostrum:problem:not-quotable");
        assertThat(processing.put(ITEM + passage, "{}").statusCode()).isEqualTo(422);
        assertThat(processing
                        .put(ITEM + "/" + reference + "/nonsense", "{\"pinned\":true}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(processing
                        .get(ITEM.replace("items/2/", "items/77/"), processing.issuer.token("staff"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(processing.get(ITEM).statusCode()).isEqualTo(401);
        assertThat(processing.get(ITEM, processing.issuer.token("member")).statusCode())
                .isEqualTo(403);
    }
}
