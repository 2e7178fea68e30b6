package org.rostrum.intake.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Json;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.platform.problem.Problem;

/**
 * What became of one line of a batch.
 *
 * @param line from 1, counting every line of the body; absent if a batch was stopped
 * @param key the line's own, if one could be read
 * @param status as if it had been sent alone: 201 received, 200 received before, 4xx refused, 503 to be sent again
 * @param retryAfter seconds to wait before sending it again; only with 503
 */
@Schema(name = "BatchLineResult")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineResult(
        @Nullable Long line,
        @Nullable String key,
        int status,
        @Nullable Long retryAfter,
        @Nullable Receipt receipt,
        @Nullable Problem problem) {
    private static final int FIRST_OF_OURS = 500;
    private static final Duration AFTER_A_STOP = Duration.ofSeconds(30);

    static LineResult received(long line, String key, Receipt receipt, boolean repeated) {
        return new LineResult(line, key, repeated ? 200 : 201, null, receipt, null);
    }

    static LineResult refused(long line, @Nullable String key, Problem problem, Optional<Duration> retryAfter) {
        return new LineResult(
                line, key, problem.status(), retryAfter.map(Duration::toSeconds).orElse(null), null, problem);
    }

    /** The last line of a batch that was given up. */
    static LineResult stopped() {
        var problem = Problem.of(503, "batch-stopped", "We cannot confirm submissions just now")
                .kept("Lines that have a result are as it says. Nothing was kept of the lines that have none.")
                .next("Wait, then send every line again that was not answered with 200 or 201, under the same keys.");
        return new LineResult(null, null, problem.status(), AFTER_A_STOP.toSeconds(), null, problem);
    }

    boolean isOurFault() {
        return status >= FIRST_OF_OURS;
    }

    /** As one line, with its end. */
    byte[] json() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Json.writeCanonical(this));
        bytes.write('\n');
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return "LineResult[line=" + line + ", status=" + status + "]";
    }
}
