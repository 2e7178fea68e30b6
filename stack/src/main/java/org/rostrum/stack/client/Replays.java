package org.rostrum.stack.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Asks processing to read every submission again, as a manager would.
 *
 * @param token a fresh one whenever it is asked: a replay takes longer than a token lives
 */
public record Replays(String processing, Supplier<String> token) {

    public JsonNode begin() {
        var answer = new Http().bearing(token.get()).post(processing + "/api/v1/replays", Map.of());
        answer.orFail("Processing does not begin a replay");
        return answer.json();
    }

    public JsonNode latest() {
        var answer = new Http().bearing(token.get()).get(processing + "/api/v1/replays/latest");
        answer.orFail("Processing does not tell how the replay goes");
        return answer.json();
    }
}
