package org.rostrum.intake.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.intake.usecase.ChallengeFlood;
import org.rostrum.intake.usecase.ChallengeFlood.Attempt;
import org.rostrum.intake.usecase.ChallengeFlood.Challenged;
import org.rostrum.intake.usecase.ChallengeFlood.LetIn;
import org.rostrum.intake.usecase.FormGuard;
import org.rostrum.intake.usecase.ReceiveSubmission.Sending;
import org.rostrum.intake.usecase.Screening;

/** Screens senders, as far as nobody knows them. */
@ApplicationScoped
class Screenings {
    /** Header of the API in which a challenge comes back. */
    static final String HEADER = "Rostrum-Challenge";

    /** Field of the form in which it comes back. */
    static final String FIELD = "challenge";

    private final ChallengeFlood flood;
    private final FormGuard guard;
    private final CallerRole caller;
    private final Clock clock;

    Screenings(ChallengeFlood flood, FormGuard guard, CallerRole caller, Clock clock) {
        this.flood = flood;
        this.guard = guard;
        this.caller = caller;
        this.clock = clock;
    }

    Screening ofApi(Sending sending, HttpHeaders headers) {
        return of(sending, headers.getHeaderString(HEADER), null, headers);
    }

    /** Filling in the form is patience, too: its signed opening time counts. */
    Screening ofForm(Sending sending, Visit visit, HttpHeaders headers) {
        return of(sending, visit.response(), guard.openedAt(visit.opened()).orElse(null), headers);
    }

    /** The headers are looked at for an account only when there is a challenge. */
    private Screening of(Sending sending, @Nullable String response, @Nullable Instant begunAt, HttpHeaders headers) {
        return round -> {
            var attempt =
                    new Attempt(sending.consultation(), round, sending.key(), sending.suspicions(), response, begunAt);
            var verdict = flood.judge(attempt, clock.instant());
            return verdict instanceof Challenged && caller.hasAccount(headers) ? new LetIn(Set.of()) : verdict;
        };
    }
}
