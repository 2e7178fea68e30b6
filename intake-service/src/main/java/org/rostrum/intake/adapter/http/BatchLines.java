package org.rostrum.intake.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.rostrum.contracts.Channel;
import org.rostrum.intake.adapter.http.Addressed.AddressedRound;
import org.rostrum.intake.adapter.http.Batch.Task;
import org.rostrum.intake.adapter.http.NdjsonLines.Line;
import org.rostrum.intake.adapter.http.SubmissionJson.NotJson;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.domain.Sender;
import org.rostrum.platform.problem.Problem;
import org.rostrum.platform.problem.Problem.FieldError;
import org.rostrum.platform.problem.ProblemException;

/** Receives the lines of one batch, each as if it had been sent alone. */
final class BatchLines implements Batch.Receiver {
    private static final Logger LOG = Logger.getLogger(BatchLines.class);
    private static final Set<String> FIELDS = Set.of("key", "submission");
    private static final String NOTHING_KEPT = "Nothing of this line was kept; the other lines are not concerned.";

    private final Sendings sendings;
    private final AddressedRound place;
    private final Sender sender;

    BatchLines(Sendings sendings, AddressedRound place, Sender sender) {
        this.sendings = sendings;
        this.place = place;
        this.sender = sender;
    }

    /** For the API's description only. */
    @Schema(name = "BatchLine", additionalProperties = Schema.False.class)
    record BatchLine(
            @Schema(required = true, description = "8 to 200 visible ASCII characters, its own for each submission")
            String key,

            @Schema(required = true) SubmissionSchema submission) {}

    @Override
    public Task take(Line line, Instant arrivedAt) {
        try {
            var json = tree(line);
            var key = Optional.ofNullable(json.path("key").asText(null));
            return new Task(key, () -> receive(line.number(), key, json, arrivedAt));
        } catch (ProblemException malformed) {
            return new Task(
                    Optional.empty(),
                    () -> LineResult.refused(line.number(), null, malformed.problem(), Optional.empty()));
        }
    }

    private LineResult receive(long line, Optional<String> key, JsonNode json, Instant arrivedAt) {
        try {
            requireOnly(json);
            return send(line, key(key.orElse("")), SubmissionJson.read(json.path("submission")), arrivedAt);
        } catch (ProblemException refused) {
            return LineResult.refused(line, key.orElse(null), inLine(refused.problem()), refused.retryAfter());
        } catch (RuntimeException unforeseen) {
            LOG.error("A line of a batch failed", unforeseen);
            return LineResult.refused(line, key.orElse(null), ourFault(), Optional.empty());
        }
    }

    private LineResult send(long line, IdempotencyKey key, SubmissionJson.Reading reading, Instant arrivedAt) {
        var sending = sendings.sending(place, key, reading, List.of(), sender, Channel.BULK, arrivedAt);
        var acknowledged = sendings.sendOrRefuse(sending);
        return LineResult.received(line, key.value(), acknowledged.receipt(), acknowledged.repeated());
    }

    private static JsonNode tree(Line line) {
        if (line.isTooLong()) {
            throw Problem.of(413, "line-too-long", "The line is too long")
                    .kept(NOTHING_KEPT)
                    .next("Send this submission alone, with long texts as attachments.")
                    .asException();
        }
        try {
            return SubmissionJson.tree(line.bytes());
        } catch (NotJson e) {
            throw malformed(e.reason()).asException();
        }
    }

    private static void requireOnly(JsonNode json) {
        if (!json.isObject()
                || !json.path("key").isTextual()
                || !json.path("submission").isObject()) {
            throw malformed("It must be an object with a text `key` and an object `submission`.")
                    .asException();
        }
        var names = new TreeSet<String>();
        json.fieldNames().forEachRemaining(names::add);
        names.removeAll(FIELDS);
        if (!names.isEmpty()) {
            throw malformed("Nothing but `key` and `submission` belongs into it.")
                    .asException();
        }
    }

    private static IdempotencyKey key(String given) {
        return IdempotencyKey.parse(given)
                .orElseThrow(() -> malformed("The key must be 8 to 200 visible ASCII characters.")
                        .asException());
    }

    /** Pointers lead into the line, not into the submission. */
    private static Problem inLine(Problem problem) {
        return problem.errors(problem.errors().stream()
                .map(error -> new FieldError("/submission" + error.pointer(), error.field(), error.detail()))
                .toList());
    }

    private static Problem malformed(String detail) {
        return Problem.of(400, "malformed-line", "The line is not as it must be")
                .detail(detail)
                .kept(NOTHING_KEPT)
                .next("Correct the line and send it again; the API's description is at /openapi.");
    }

    private static Problem ourFault() {
        return Problem.of(500, "our-fault", "Something went wrong on our side")
                .next("Send the line again, under the same key: that is safe.");
    }
}
