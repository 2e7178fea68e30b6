package org.rostrum.intake.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.intake.domain.ErasedSubmission;
import org.rostrum.intake.usecase.FollowSubmission;
import org.rostrum.intake.usecase.FollowSubmission.Progress;
import org.rostrum.intake.usecase.TryAgainLater;

/** Submissions as whoever holds a receipt finds them again; what goes wrong becomes a problem. */
@ApplicationScoped
class FollowedSubmissions {
    private final FollowSubmission follow;

    FollowedSubmissions(FollowSubmission follow) {
        this.follow = follow;
    }

    /**
     * Empty for a wrong reference or secret; throws a problem: 410 if it was erased, 503 if the store did not answer.
     */
    Optional<Progress> find(String reference, @Nullable String secret) {
        var given = secret == null ? "" : secret;
        try {
            var found = follow.follow(reference, given);
            if (found.isEmpty()) {
                follow.erased(reference, given).ifPresent(FollowedSubmissions::gone);
            }
            return found;
        } catch (TryAgainLater e) {
            throw Sendings.unavailable(e);
        }
    }

    private static void gone(ErasedSubmission mark) {
        throw Words.problem(mark.refusal()).asException();
    }

    /** Throws a problem (404) for a wrong reference or secret; which of them is not said. */
    Progress require(String reference, @Nullable String secret) {
        return find(reference, secret)
                .orElseThrow(() -> Words.unknownSubmission().asException());
    }
}
