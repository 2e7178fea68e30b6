package org.rostrum.processing.usecase;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.rostrum.contracts.Reference;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.casework.StaffMember;

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
        var standing = file.standing();
        if (standing.isEmpty()) {
            return new Decision.NotAtThisStage(file.state());
        }
        int version = standing.get().version();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var recalled = file.recalled();
        Casework.tellRecall(books, recalled, version, reason, staff.subject(), now);
        return Casework.take(
                books, recalled, new HistoryEntry(Happening.RECALLED, version, now, staff, Map.of("reason", reason)));
    }
}
