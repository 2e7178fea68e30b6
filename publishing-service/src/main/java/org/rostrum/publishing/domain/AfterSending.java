package org.rostrum.publishing.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ClearanceEvent.DisputeDismissed;
import org.rostrum.contracts.SubmissionEvent.AuthorshipDisputed;
import org.rostrum.contracts.SubmissionEvent.SubmissionErased;
import org.rostrum.contracts.SubmissionEvent.SubmissionWithdrawn;

/**
 * What happened to a submission beside its versions and decisions. Disputes and their dismissals come on two topics in any
 * order, so each dismissal says which dispute it settles, and nobody compares two services' clocks.
 */
final class AfterSending {
    private @Nullable Instant withdrawnAt;
    private @Nullable Instant erasedAt;
    private @Nullable Instant disputedAt;
    private @Nullable Instant settledUntil;

    void take(SubmissionWithdrawn event) {
        withdrawnAt = earlier(withdrawnAt, event.withdrawnAt());
    }

    void take(SubmissionErased event) {
        erasedAt = earlier(erasedAt, event.erasedAt());
    }

    void take(AuthorshipDisputed event) {
        disputedAt = later(disputedAt, event.disputedAt());
    }

    void take(DisputeDismissed event) {
        var settled = event.disputedAt();
        settledUntil = later(settledUntil, settled == null ? event.dismissedAt() : settled);
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    boolean isErased() {
        return erasedAt != null;
    }

    /** Since when nothing of it may be shown, whatever staff decided; empty if nothing speaks against it. */
    Optional<Instant> hiddenSince() {
        var closedAt = erasedAt == null ? withdrawnAt : earlier(withdrawnAt, erasedAt);
        return closedAt == null ? openDispute() : Optional.of(closedAt);
    }

    boolean isDisputed() {
        return openDispute().isPresent();
    }

    private Optional<Instant> openDispute() {
        return Optional.ofNullable(disputedAt).filter(at -> settledUntil == null || at.isAfter(settledUntil));
    }

    /** It came, since somebody could take it back, dispute or erase it. */
    boolean provesReceipt() {
        return withdrawnAt != null || disputedAt != null || erasedAt != null;
    }
}
