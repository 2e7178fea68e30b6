package org.rostrum.processing.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ClearanceEvent.ClearanceRecalled;
import org.rostrum.contracts.ClearanceEvent.DisputeDismissed;
import org.rostrum.contracts.ClearanceEvent.SubmissionCleared;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;

/** What respondents do after sending, on a real log, database and object store. */
class AfterSendingIT {
    private static final String CLEARANCES = "clearances.v1";

    private final RunningProcessing processing = RunningProcessing.shared();
    private final Submissions submissions = new Submissions(processing);

    private HttpResponse<String> clear(Reference reference, int version) {
        return processing.post("/api/v1/cases/" + reference + "/clearances", "{\"version\":" + version + "}");
    }

    private JsonNode view(Reference reference) {
        return processing.json("/api/v1/cases/" + reference);
    }

    private void awaitSeen(Reference reference, String pointer, String value) {
        Awaitility.await()
                .atMost(RunningProcessing.SOON)
                .untilAsserted(
                        () -> assertThat(view(reference).at(pointer).asText()).isEqualTo(value));
    }

    private void awaitRecall(Reference reference) {
        Awaitility.await()
                .atMost(RunningProcessing.SOON)
                .untilAsserted(() -> assertThat(processing.events(CLEARANCES, reference, ClearanceRecalled.class))
                        .singleElement()
                        .satisfies(recalled -> assertThat(recalled.recalledBy()).isEqualTo("system")));
    }

    @Test
    void a_newer_version_comes_to_staff_with_what_changed_and_only_it_can_be_cleared() {
        var first = submissions.sent(Publication.PUBLIC);
        var reference = first.reference();
        processing.awaitCase(reference, "with-staff");
        assertThat(clear(reference, 1).statusCode()).isEqualTo(200);

        submissions.amended(first);
        awaitSeen(reference, "/version", "2");
        processing.awaitCase(reference, "with-staff");

        var view = view(reference);
        assertThat(view.at("/clearance/version").asInt()).isEqualTo(1);
        assertThat(view.at("/changes/since").asInt()).isEqualTo(1);
        assertThat(List.of(
                        view.at("/changes/differences/0/change").asText(),
                        view.at("/changes/differences/1/change").asText()))
                .containsExactly("same", "added");
        assertThat(view.at("/flags/0").asText()).isEqualTo("late");
        assertThat(processing.json("/api/v1/cases?flag=late&q=" + reference).at("/cases"))
                .hasSize(1);
        assertThat(processing.json("/api/v1/cases?flag=flood&q=" + reference).at("/cases"))
                .isEmpty();
        assertThat(clear(reference, 1).statusCode()).isEqualTo(409);
        assertThat(clear(reference, 2).statusCode()).isEqualTo(200);
        Awaitility.await()
                .atMost(RunningProcessing.SOON)
                .untilAsserted(() -> assertThat(processing.events(CLEARANCES, reference, SubmissionCleared.class))
                        .extracting(SubmissionCleared::version)
                        .containsExactly(1, 2));
    }

    @Test
    void a_withdrawn_case_is_closed_its_clearance_recalled_and_its_words_shown_to_nobody() {
        var received = submissions.sent(Publication.PUBLIC);
        var reference = received.reference();
        processing.awaitCase(reference, "with-staff");
        clear(reference, 1);

        submissions.withdrawn(received);

        var view = processing.awaitCase(reference, "withdrawn");
        awaitRecall(reference);
        assertThat(view.toString()).doesNotContain("Community networks", "Digital Rights");
        assertThat(view.at("/withdrawnAt").isMissingNode()).isFalse();
        assertThat(clear(reference, 1).statusCode()).isEqualTo(409);
    }

    @Test
    void a_disputed_case_is_held_until_the_dispute_is_dismissed_with_a_reason() {
        var received = submissions.sent(Publication.PUBLIC);
        var reference = received.reference();
        processing.awaitCase(reference, "with-staff");
        clear(reference, 1);
        submissions.disputed(received);
        awaitRecall(reference);

        var refused = clear(reference, 1);
        var withoutReason = processing.post("/api/v1/cases/" + reference + "/dispute/dismissal", "{}");
        var dismissed = processing.post(
                "/api/v1/cases/" + reference + "/dispute/dismissal", "{\"reason\":\"It was her assistant.\"}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(RunningProcessing.json(refused).get("type").asText()).endsWith("authorship-disputed");
        assertThat(withoutReason.statusCode()).isEqualTo(422);
        assertThat(dismissed.statusCode()).isEqualTo(200);
        assertThat(clear(reference, 1).statusCode()).isEqualTo(200);
        Awaitility.await()
                .atMost(RunningProcessing.SOON)
                .untilAsserted(() -> assertThat(processing.events(CLEARANCES, reference, DisputeDismissed.class))
                        .hasSize(1));
    }
}
