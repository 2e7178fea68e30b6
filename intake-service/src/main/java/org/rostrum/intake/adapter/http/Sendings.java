package org.rostrum.intake.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.rostrum.contracts.Channel;
import org.rostrum.intake.adapter.http.Addressed.AddressedRound;
import org.rostrum.intake.domain.Challenge;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.domain.Sender;
import org.rostrum.intake.usecase.Attachments.Offered;
import org.rostrum.intake.usecase.Attachments.Upload;
import org.rostrum.intake.usecase.FinishUploads;
import org.rostrum.intake.usecase.ReceiveSubmission;
import org.rostrum.intake.usecase.ReceiveSubmission.Acknowledged;
import org.rostrum.intake.usecase.ReceiveSubmission.Outcome;
import org.rostrum.intake.usecase.ReceiveSubmission.Refused;
import org.rostrum.intake.usecase.ReceiveSubmission.Sending;
import org.rostrum.intake.usecase.Screening;
import org.rostrum.intake.usecase.TryAgainLater;
import org.rostrum.platform.problem.ProblemException;

/** Submissions on their way in, from the API and from the form alike. */
@ApplicationScoped
class Sendings {
    private static final int SHORTEST_WAIT = 2;
    private static final int LONGEST_WAIT = 8;

    private final ReceiveSubmission receive;
    private final FinishUploads uploads;

    Sendings(ReceiveSubmission receive, FinishUploads uploads) {
        this.receive = receive;
        this.uploads = uploads;
    }

    /**
     * What was read from JSON, with the files that came with it and after them those that it names as uploaded ahead.
     * Throws a {@link ProblemException} (503) if the store did not answer.
     */
    Sending sending(
            AddressedRound place,
            IdempotencyKey key,
            SubmissionJson.Reading reading,
            List<Upload> files,
            Sender sender,
            Channel channel,
            Instant arrivedAt) {
        var finished = finish(place, key, reading.uploads(), files.size());
        return new Sending(
                place.consultation(),
                place.round(),
                key,
                reading.draft(),
                Stream.concat(reading.wrong().stream(), finished.wrong().stream())
                        .toList(),
                Stream.<Offered>concat(files.stream(), finished.files().stream())
                        .toList(),
                sender,
                channel,
                Set.of(),
                finished.begunAt(),
                arrivedAt);
    }

    private FinishUploads.Finished finish(AddressedRound place, IdempotencyKey key, List<String> named, int before) {
        try {
            return uploads.finish(place.consultation(), place.round(), key, named, before);
        } catch (TryAgainLater later) {
            throw unavailable(later);
        }
    }

    /** Throws a {@link ProblemException} (503) if the store or the log did not answer. */
    Outcome send(Sending sending, Screening screening) {
        try {
            return receive.receive(sending, screening);
        } catch (TryAgainLater later) {
            throw unavailable(later);
        }
    }

    /** Of somebody who has an account. Throws a {@link ProblemException} for every refusal. */
    Acknowledged sendOrRefuse(Sending sending) {
        return sendOrRefuse(sending, Screening.NONE);
    }

    /** Throws a {@link ProblemException} for every refusal, or {@link ChallengeRequired}. */
    Acknowledged sendOrRefuse(Sending sending, Screening screening) {
        return switch (send(sending, screening)) {
            case Acknowledged acknowledged -> acknowledged;
            case Refused(Refusal.ChallengeFirst(Challenge challenge)) -> throw new ChallengeRequired(challenge);
            case Refused refused -> throw Words.problem(refused.reason()).asException();
        };
    }

    /** The wait is drawn, so that those who were turned away together do not come back together. */
    static ProblemException unavailable(TryAgainLater later) {
        var wait = ThreadLocalRandom.current().nextInt(SHORTEST_WAIT, LONGEST_WAIT);
        return Words.problem(later).asException().retryAfter(Duration.ofSeconds(wait));
    }
}
