package org.rostrum.processing.usecase;

import java.util.Map;
import org.rostrum.contracts.SubmissionEvent.AuthorshipDisputed;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;

/** Holds a submission that somebody says they did not send, until staff have settled that. */
public final class DisputeAuthorship {
    static final String REASON = "Its authorship is disputed.";

    private final Transactions transactions;

    public DisputeAuthorship(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A clearance that stands is recalled by itself; a second dispute while one is open changes nothing. */
    public void dispute(AuthorshipDisputed event, Admission admission) {
        transactions.doInOne(books -> {
            if (admission.admit(books)) {
                books.cases()
                        .lock(event.submission())
                        .filter(file -> !file.isDisputed() && !file.isClosed())
                        .ifPresent(file -> hold(books, file, event));
            }
        });
    }

    private static void hold(Books books, Case file, AuthorshipDisputed event) {
        var entry = new HistoryEntry(Happening.DISPUTED, event.version(), event.disputedAt(), null, Map.of());
        var recalled = Casework.recallBySystem(books, file, REASON, event.disputedAt());
        Casework.replace(books, recalled.disputed(event.disputedAt()), entry);
    }
}
