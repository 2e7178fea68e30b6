package org.rostrum.intake.adapter.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.rostrum.contracts.Json;
import org.rostrum.intake.domain.Challenge;
import org.rostrum.platform.problem.Problem;

/** Tells programs of a challenge: a problem (429) whose member {@code challenge} says what to compute, or how long to wait. */
class ChallengeAnswers {
    private final Clock clock;

    ChallengeAnswers(Clock clock) {
        this.clock = clock;
    }

    @ServerExceptionMapper
    Response challenge(ChallengeRequired required) {
        var challenge = required.challenge();
        long seconds = Math.max(
                1, Duration.between(clock.instant(), challenge.readyAt()).toSeconds() + 1);
        ObjectNode json = Json.mapper().valueToTree(problem(seconds));
        json.set("challenge", Json.mapper().valueToTree(new Parameters(challenge)));
        return Response.status(Response.Status.TOO_MANY_REQUESTS)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Json.write(json))
                .build();
    }

    /** What a client needs to know; {@code algorithm} names the rule that the API's description spells out. */
    private record Parameters(String token, String algorithm, int bits, int puzzles, long waitSeconds) {
        Parameters(Challenge challenge) {
            this(
                    challenge.token(),
                    "sha-256-leading-zeros",
                    challenge.bits(),
                    challenge.puzzles(),
                    challenge.patience().toSeconds());
        }
    }

    static Problem problem(long seconds) {
        return Problem.of(429, "challenge", "More is arriving than this round takes lightly")
                .detail("Senders without an account are asked for a little work, or a little patience.")
                .kept("Nothing of this submission was kept yet.")
                .next(
                        ("Send the same again, with the same Idempotency-Key and the header %s: its value is the token, then ~,"
                                        + " then for each puzzle i from 0 a number n such that the SHA-256 of token.i.n begins with"
                                        + " that many zero bits, the numbers separated by full stops. Or wait %d seconds and send the"
                                        + " token alone.")
                                .formatted(Screenings.HEADER, seconds));
    }
}
