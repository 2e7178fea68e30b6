package org.rostrum.processing.usecase;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.rostrum.contracts.Reference;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.casework.StaffMember;
import org.rostrum.processing.domain.casework.Stage;

/** Lets a parked submission try again, with everything that waits behind it, in order. */
public final class ReleaseSubmission {
    private final Transactions transactions;
    private final InstantSource clock;

    public ReleaseSubmission(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The work itself happens soon after; {@link HandleEvents#resume} does it. */
    public Decision release(Reference reference, StaffMember staff, Expected expected) {
        return transactions.inOne(
                books -> Casework.onCurrent(books, reference, expected, file -> release(books, file, staff)));
    }

    private Decision release(Books books, Case file, StaffMember staff) {
        if (!(file.stage() instanceof Stage.Parked parked)) {
            return new Decision.NotAtThisStage(file.state());
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Casework.take(
                books,
                file.at(parked.released()),
                new HistoryEntry(Happening.RELEASED, file.version(), now, staff, Map.of("reason", parked.reason())));
    }
}
