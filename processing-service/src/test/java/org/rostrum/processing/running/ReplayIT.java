package org.rostrum.processing.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;

/** Everything is read again from the log and the store, by the running service. */
class ReplayIT {
    private final RunningProcessing processing = RunningProcessing.shared();
    private final Submissions submissions = new Submissions(processing);

    private JsonNode replay() {
        var begun = processing.post("manager", "/api/v1/replays", "");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        return Awaitility.await()
                .atMost(RunningProcessing.SOON)
                .until(
                        () -> RunningProcessing.json(
                                processing.get("/api/v1/replays/latest", processing.issuer.token("manager"))),
                        report -> !report.path("state").asText().equals("running"));
    }

    private void forget(Reference reference) throws SQLException {
        try (var database = DriverManager.getConnection(
                        processing.variable("ROSTRUM_POSTGRES_URL"),
                        processing.variable("ROSTRUM_POSTGRES_USER"),
                        processing.variable("ROSTRUM_POSTGRES_PASSWORD"));
                var delete = database.prepareStatement("""
                        with gone as (delete from submission_case where reference = ? returning submission)
                        delete from content where submission in (select submission from gone)
                        """)) {
            delete.setString(1, reference.value());
            assertThat(delete.executeUpdate()).isOne();
        }
    }

    @Test
    void settled_passages_stay_and_a_lost_case_comes_back() throws SQLException {
        var file = "Question 2\n\nSatellites are paid by those who launch them, because they profit most from them."
                .getBytes(StandardCharsets.UTF_8);
        var kept = submissions.sent(Publication.PUBLIC, file);
        var lost = submissions.sent(Publication.PUBLIC);
        processing.awaitCase(lost.reference(), "with-staff");
        var before = processing.awaitCase(kept.reference(), "with-staff");
        var passage = before.at("/passages/1/id").asText();
        var moved = processing.post(
                "/api/v1/cases/" + kept.reference() + "/passages/" + passage + "/moves", "{\"items\": [\"1\"]}");
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        var settled = settled(kept.reference(), passage);
        forget(lost.reference());

        var report = replay();

        assertThat(report.path("state").asText()).as(report.toString()).isEqualTo("done");
        assertThat(report.at("/outcomes/rebuilt").asInt()).isEqualTo(1);
        assertThat(report.at("/outcomes/failed").asInt()).isZero();
        var after = processing.awaitCase(kept.reference(), "with-staff");
        assertThat(after.path("passages")).isEqualTo(settled.path("passages"));
        assertThat(processing.awaitCase(lost.reference(), "with-staff").path("passages"))
                .hasSize(1);
        assertThat(replay().at("/outcomes/rebuilt").asInt()).isZero();
    }

    /** What the case says once the move is done. */
    private JsonNode settled(Reference reference, String passage) {
        var now = processing.json("/api/v1/cases/" + reference);
        assertThat(now.at("/passages/1/id").asText()).isEqualTo(passage);
        assertThat(now.at("/passages/1/confirmed").asBoolean()).isTrue();
        assertThat(now.at("/passages/1/items/0").asText()).isEqualTo("1");
        return now;
    }

    @Test
    void staff_who_are_no_managers_may_not() {
        assertThat(processing.post("staff", "/api/v1/replays", "").statusCode()).isEqualTo(403);
    }
}
