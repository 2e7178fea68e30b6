package org.rostrum.processing.usecase;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.rostrum.contracts.ClearanceEvent.SubmissionWithheld;
import org.rostrum.contracts.Reference;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.casework.StaffMember;
import org.rostrum.processing.domain.casework.Stage;

/** Keeps a submission from going public, or takes it down, for a reason that its respondent can read. */
public final class WithholdSubmission {
    private final Transactions transactions;
    private final InstantSource clock;

    public WithholdSubmission(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public Decision withhold(Reference reference, String reason, StaffMember staff, Expected expected) {
        if (Decision.ReasonNeeded.isMissing(reason)) {
            return new Decision.ReasonNeeded();
        }
        return transactions.inOne(books ->
                Casework.onCurrent(books, reference, expected, file -> withhold(books, file, reason.strip(), staff)));
    }

    private Decision withhold(Books books, Case file, String reason, StaffMember staff) {
        if (!(file.stage() instanceof Stage.Withholdable stage)) {
            return new Decision.NotAtThisStage(file.state());
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var withheld = file.decided(stage.withheld(reason, staff.subject(), now));
        var event = new SubmissionWithheld(
                file.submission(),
                file.reference(),
                file.consultation(),
                file.round(),
                file.version(),
                reason,
                staff.subject(),
                now);
        books.outbox().add(EventIds.decision(withheld, event), now, event);
        return Casework.take(
                books,
                withheld,
                new HistoryEntry(Happening.WITHHELD, file.version(), now, staff, Map.of("reason", reason)));
    }
}
