package org.rostrum.intake.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.rostrum.intake.usecase.AmendSubmission;
import org.rostrum.intake.usecase.AmendSubmission.Amended;
import org.rostrum.intake.usecase.AmendSubmission.Amending;
import org.rostrum.intake.usecase.DisputeAuthorship;
import org.rostrum.intake.usecase.DisputeAuthorship.Disputed;
import org.rostrum.intake.usecase.TryAgainLater;
import org.rostrum.intake.usecase.WithdrawSubmission;
import org.rostrum.intake.usecase.WithdrawSubmission.Withdrawn;
import org.rostrum.platform.problem.Problem;
import org.rostrum.platform.problem.ProblemException;

/** Changes of submissions on their way in, from the API and from pages alike; what is refused becomes a problem. */
@ApplicationScoped
class Changes {
    private final AmendSubmission amend;
    private final WithdrawSubmission withdraw;
    private final DisputeAuthorship dispute;

    Changes(AmendSubmission amend, WithdrawSubmission withdraw, DisputeAuthorship dispute) {
        this.amend = amend;
        this.withdraw = withdraw;
        this.dispute = dispute;
    }

    /** Throws a {@link ProblemException} (503) if the store or the log did not answer. */
    AmendSubmission.Outcome amend(Amending amending) {
        try {
            return amend.amend(amending);
        } catch (TryAgainLater later) {
            throw Sendings.unavailable(later);
        }
    }

    /** Throws a {@link ProblemException} for every refusal. */
    Amended amendOrRefuse(Amending amending) {
        return switch (amend(amending)) {
            case Amended amended -> amended;
            case AmendSubmission.Refused refused ->
                throw Words.problem(refused.reason()).asException();
            case AmendSubmission.Unknown unknown ->
                throw Words.unknownSubmission().asException();
        };
    }

    /** Throws a {@link ProblemException} (503) if the store or the log did not answer. */
    WithdrawSubmission.Outcome withdraw(String reference, String secret, Instant now) {
        try {
            return withdraw.withdraw(reference, secret, now);
        } catch (TryAgainLater later) {
            throw Sendings.unavailable(later);
        }
    }

    /** Throws a {@link ProblemException} for every refusal. */
    Withdrawn withdrawOrRefuse(String reference, String secret, Instant now) {
        return switch (withdraw(reference, secret, now)) {
            case Withdrawn withdrawn -> withdrawn;
            case WithdrawSubmission.Refused refused ->
                throw Words.problem(refused.reason()).asException();
            case WithdrawSubmission.Unknown unknown ->
                throw Words.unknownSubmission().asException();
        };
    }

    /** Throws a {@link ProblemException} (410) if it was erased, 503 if the store did not answer. */
    boolean recognises(String reference, String token) {
        refuseErased(reference, token);
        return dispute.recognise(reference, token).isPresent();
    }

    private void refuseErased(String reference, String token) {
        try {
            dispute.erased(reference, token).ifPresent(mark -> {
                throw Words.problem(mark.refusal()).asException();
            });
        } catch (TryAgainLater later) {
            throw Sendings.unavailable(later);
        }
    }

    /**
     * Empty for a wrong reference or token; throws a {@link ProblemException} if it was erased, or if the store or the log
     * did not answer.
     */
    Optional<Disputed> dispute(String reference, String token, Instant now) {
        try {
            var disputed = dispute.dispute(reference, token, now);
            if (disputed.isEmpty()) {
                refuseErased(reference, token);
            }
            return disputed;
        } catch (TryAgainLater later) {
            throw Sendings.unavailable(later);
        }
    }

    static Problem unknownToken() {
        return Problem.of(404, "unknown-submission", "No submission has this reference and this token")
                .detail("One of the two is mistyped, or belongs to another submission.")
                .next("Open the link in the mail that you got, or write to the organiser.");
    }
}
