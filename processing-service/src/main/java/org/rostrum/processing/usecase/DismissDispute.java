package org.rostrum.processing.usecase;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.rostrum.contracts.ClearanceEvent.DisputeDismissed;
import org.rostrum.contracts.Reference;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.casework.StaffMember;

/** Settles that a disputed submission is its respondent's own; what was taken down waits to be cleared again. */
public final class DismissDispute {
    private final Transactions transactions;
    private final InstantSource clock;

    public DismissDispute(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public Decision dismiss(Reference reference, String reason, StaffMember staff, Expected expected) {
        if (Decision.ReasonNeeded.isMissing(reason)) {
            return new Decision.ReasonNeeded();
        }
        return transactions.inOne(books ->
                Casework.onCurrent(books, reference, expected, file -> dismiss(books, file, reason.strip(), staff)));
    }

    private Decision dismiss(Books books, Case file, String reason, StaffMember staff) {
        var disputedAt = file.disputedAt();
        if (disputedAt == null || file.isClosed()) {
            return new Decision.NotDisputed();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var undisputed = file.undisputed();
        var event = event(file, reason, staff, now, disputedAt);
        books.outbox().add(EventIds.decision(undisputed, event), now, event);
        return Casework.take(
                books,
                undisputed,
                new HistoryEntry(Happening.DISPUTE_DISMISSED, file.version(), now, staff, Map.of("reason", reason)));
    }

    private static DisputeDismissed event(
            Case file, String reason, StaffMember staff, Instant now, Instant disputedAt) {
        return new DisputeDismissed(
                file.submission(),
                file.reference(),
                file.consultation(),
                file.round(),
                file.version(),
                reason,
                staff.subject(),
                now,
                disputedAt);
    }
}
