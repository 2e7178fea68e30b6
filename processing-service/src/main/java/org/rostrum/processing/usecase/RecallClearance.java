package org.rostrum.processing.usecase;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.rostrum.contracts.ClearanceEvent.ClearanceRecalled;
import org.rostrum.contracts.Reference;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.casework.StaffMember;
import org.rostrum.processing.domain.casework.Stage;

/** Takes a clearance back: what was published is taken down until it is cleared again. */
public final class RecallClearance {
    private final Transactions transactions;
    private final InstantSource clock;

    public RecallClearance(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public Decision recall(Reference reference, String reason, StaffMember staff, Expected expected) {
        if (Decision.ReasonNeeded.isMissing(reason)) {
            return new Decision.ReasonNeeded();
        }
        return transactions.inOne(books ->
                Casework.onCurrent(books, reference, expected, file -> recall(books, file, reason.strip(), staff)));
    }

    private Decision recall(Books books, Case file, String reason, StaffMember staff) {
        if (!(file.stage() instanceof Stage.Public stage)) {
            return new Decision.NotAtThisStage(file.state());
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var recalled = file.decided(stage.recalled());
        var event = new ClearanceRecalled(
                file.submission(),
                file.reference(),
                file.consultation(),
                file.round(),
                file.version(),
                reason,
                staff.subject(),
                now);
        books.outbox().add(EventIds.decision(recalled, event), now, event);
        return Casework.take(
                books,
                recalled,
                new HistoryEntry(Happening.RECALLED, file.version(), now, staff, Map.of("reason", reason)));
    }
}
