package org.rostrum.intake.adapter.vertx;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rostrum.intake.domain.admission.Reason;
import org.rostrum.platform.problem.Problem;

/** What those who are turned away are told: what was kept, what to do. */
final class AdmissionWords {
    private static final String KEPT =
            "Nothing of this request was kept; what was acknowledged before, and every saved draft, is safe.";
    private static final String AGAIN =
            "Wait as long as the Retry-After header says, then send the same again, with the same"
                    + " Idempotency-Key: that is safe, and it then goes before those who come for the first time. In a browser, go"
                    + " back: what you typed is still in the form; send it again after a moment.";

    private static final Map<Reason, Problem> PROBLEMS = new EnumMap<>(
            Arrays.stream(Reason.values()).collect(Collectors.toMap(Function.identity(), AdmissionWords::made)));

    static final Problem ENCODED = Problem.of(415, "unsupported-encoding", "Bodies are taken only as they are")
            .detail("A Content-Encoding such as gzip can hide any amount of data in a few bytes.")
            .kept("Nothing of this request was kept.")
            .next("Send the body without a Content-Encoding.");

    private AdmissionWords() {}

    static Problem problem(Reason reason) {
        return Objects.requireNonNull(PROBLEMS.get(reason));
    }

    private static Problem made(Reason reason) {
        return switch (reason) {
            case TOO_OFTEN ->
                yours("You are sending too much at once")
                        .detail("More requests came from your address, or your account, than one sender may make.");
            case TOO_MANY_AT_ONCE ->
                yours("You are sending too much at once")
                        .detail("Too many requests from your address, or your account, are under way already.");
            case CONSULTATION_BUSY ->
                ours("This consultation is receiving more than it can take just now")
                        .detail("Too many are waiting in it already.");
            case ALL_BUSY -> ours("We are too busy to take this just now").detail("Too many are waiting already.");
            case WAITED_IN_VAIN ->
                ours("We are too busy to take this just now").detail("You waited, and your turn did not come in time.");
        };
    }

    private static Problem yours(String title) {
        return Problem.of(429, "too-many-requests", title).kept(KEPT).next(AGAIN);
    }

    private static Problem ours(String title) {
        return Problem.of(503, "busy", title).kept(KEPT).next(AGAIN);
    }
}
