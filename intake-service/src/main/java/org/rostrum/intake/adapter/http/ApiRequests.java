package org.rostrum.intake.adapter.http;

import org.jspecify.annotations.Nullable;
import org.rostrum.intake.adapter.http.SubmissionJson.NotJson;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.platform.problem.Problem;
import org.rostrum.platform.problem.ProblemException;

/** What every request of the API that sends something must bring; what is wrong with it becomes a problem. */
final class ApiRequests {
    private ApiRequests() {}

    static SubmissionJson.Reading read(byte[] json) {
        try {
            return SubmissionJson.read(json);
        } catch (NotJson e) {
            throw notJson(e).asException();
        }
    }

    static Problem notJson(NotJson e) {
        return Problem.of(400, "not-json", "This is not the JSON we expect")
                .detail(e.reason())
                .kept("Nothing of this submission was kept.")
                .next("Correct the JSON and send it again; the API's description is at /openapi.");
    }

    static IdempotencyKey requireKey(@Nullable String header) {
        if (header == null) {
            throw noKey("idempotency-key-missing", "The header Idempotency-Key is missing");
        }
        return IdempotencyKey.parse(header)
                .orElseThrow(() -> noKey("idempotency-key-malformed", "The header Idempotency-Key is malformed"));
    }

    private static ProblemException noKey(String type, String title) {
        return Problem.of(400, type, title)
                .detail("It makes repeating safe: however often you send the same under one key, it is received once.")
                .kept("Nothing of this submission was kept.")
                .next("Make a key of 8 to 200 visible ASCII characters for each submission, for example with"
                        + " uuidgen, keep it until you have the receipt, and send it as: Idempotency-Key:"
                        + " \"9b2d...\"")
                .asException();
    }
}
