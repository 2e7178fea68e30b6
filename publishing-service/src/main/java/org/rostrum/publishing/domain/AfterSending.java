package org.rostrum.publishing.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ClearanceEvent.DisputeDismissed;
import org.rostrum.contracts.SubmissionEvent.AuthorshipDisputed;
import org.rostrum.contracts.SubmissionEvent.SubmissionWithdrawn;

/**
 * What happened to a submission beside its versions and decisions. Disputes and their dismissals come on two topics in any
 * order, so each dismissal says which dispute it settles, and nobody compares two services' clocks.
 */
final class AfterSending {
    private @Nullable Instant withdrawnAt;
    private @Nullable Instant disputedAt;
    private @Nullable Instant settledUntil;

    void take(SubmissionWithdrawn event) {
        if (withdrawnAt == null || event.withdrawnAt().isBefore(withdrawnAt)) {
            withdrawnAt = event.withdrawnAt();
        }
    }

    void take(AuthorshipDisputed event) {
        disputedAt = later(disputedAt, event.disputedAt());
    }

    void take(DisputeDismissed event) {
        var settled = event.disputedAt();
        settledUntil = later(settledUntil, settled == null ? event.dismissedAt() : settled);
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /** Since when nothing of it may be shown, whatever staff decided; empty if nothing speaks against it. */
    Optional<Instant> hiddenSince() {
        return withdrawnAt == null ? openDispute() : Optional.of(withdrawnAt);
    }

    boolean isDisputed() {
        return openDispute().isPresent();
    }

    private Optional<Instant> openDispute() {
        return Optional.ofNullable(disputedAt).filter(at -> settledUntil == null || at.isAfter(settledUntil));
    }

    /** It came, since somebody could take it back or dispute it. */
    boolean provesReceipt() {
        return withdrawnAt != null || disputedAt != null;
    }
}
