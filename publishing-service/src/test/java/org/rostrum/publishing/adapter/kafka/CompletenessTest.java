package org.rostrum.publishing.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ClearanceEvent.DisputeDismissed;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.SubmissionEvent.SubmissionReceived;

class CompletenessTest {
    private static final String RECEIVED = """
            {"submission": "1-0123456789abcdef0123456789abcdef", "reference": "58PNQ-9V8FR", "consultation": "internet-2026",
             "round": "open", "version": 1, "kind": "response", "publication": "public",
             "manifest": {"bucket": "intake", "key": "k", "sha256": "%s", "size": 1},
             "attachments": 0, "receivedAt": "2026-11-22T12:00:00Z", "flags": []}
            """.formatted("0".repeat(64));
    private static final String DISMISSED = """
            {"submission": "1-0123456789abcdef0123456789abcdef", "reference": "58PNQ-9V8FR", "consultation": "internet-2026",
             "round": "open", "version": 1, "reason": "it is hers", "dismissedBy": "ada", "dismissedAt": "2026-11-22T12:00:00Z"}
            """;

    @Test
    void takes_an_event_from_before_a_member_was_added() throws IOException {
        assertThat(Completeness.isComplete(Json.mapper().readValue(RECEIVED, SubmissionReceived.class)))
                .isTrue();
        assertThat(Completeness.isComplete(Json.mapper().readValue(DISMISSED, DisputeDismissed.class)))
                .isTrue();
    }

    @Test
    void misses_a_member_that_every_event_has() throws IOException {
        var without = DISMISSED.replace("\"reason\": \"it is hers\",", "");

        assertThat(Completeness.isComplete(Json.mapper().readValue(without, DisputeDismissed.class)))
                .isFalse();
    }
}
