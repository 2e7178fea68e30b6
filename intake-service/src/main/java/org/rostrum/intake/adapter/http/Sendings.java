package org.rostrum.intake.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.rostrum.intake.usecase.ReceiveSubmission;
import org.rostrum.intake.usecase.ReceiveSubmission.Acknowledged;
import org.rostrum.intake.usecase.ReceiveSubmission.Outcome;
import org.rostrum.intake.usecase.ReceiveSubmission.Refused;
import org.rostrum.intake.usecase.ReceiveSubmission.Sending;
import org.rostrum.intake.usecase.TryAgainLater;
import org.rostrum.platform.problem.ProblemException;

/** Submissions on their way in, from the API and from the form alike. */
@ApplicationScoped
class Sendings {
    private static final int SHORTEST_WAIT = 2;
    private static final int LONGEST_WAIT = 8;

    private final ReceiveSubmission receive;

    Sendings(ReceiveSubmission receive) {
        this.receive = receive;
    }

    /** Throws a {@link ProblemException} (503) if the store or the log did not answer. */
    Outcome send(Sending sending) {
        try {
            return receive.receive(sending);
        } catch (TryAgainLater later) {
            throw unavailable(later);
        }
    }

    /** Throws a {@link ProblemException} for every refusal. */
    Acknowledged sendOrRefuse(Sending sending) {
        return switch (send(sending)) {
            case Acknowledged acknowledged -> acknowledged;
            case Refused refused -> throw Words.problem(refused.reason()).asException();
        };
    }

    /** The wait is drawn, so that those who were turned away together do not come back together. */
    static ProblemException unavailable(TryAgainLater later) {
        var wait = ThreadLocalRandom.current().nextInt(SHORTEST_WAIT, LONGEST_WAIT);
        return Words.problem(later).asException().retryAfter(Duration.ofSeconds(wait));
    }
}
