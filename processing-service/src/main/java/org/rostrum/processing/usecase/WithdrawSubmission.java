package org.rostrum.processing.usecase;

import java.util.Map;
import org.rostrum.contracts.SubmissionEvent.SubmissionWithdrawn;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;

/** Closes the case of a submission that its respondent took back, wherever it stands: nothing waits for anything. */
public final class WithdrawSubmission {
    static final String REASON = "The respondent withdrew the submission.";

    private final Transactions transactions;

    public WithdrawSubmission(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A clearance that stands is recalled by itself; withdrawing twice changes nothing. */
    public void withdraw(SubmissionWithdrawn event, Admission admission) {
        transactions.doInOne(books -> {
            if (admission.admit(books)) {
                books.cases()
                        .lock(event.submission())
                        .filter(file -> !file.isClosed())
                        .ifPresent(file -> close(books, file, event));
            }
        });
    }

    private static void close(Books books, Case file, SubmissionWithdrawn event) {
        var entry = new HistoryEntry(Happening.WITHDRAWN, event.version(), event.withdrawnAt(), null, Map.of());
        var recalled = Casework.recallBySystem(books, file, REASON, event.withdrawnAt());
        books.wordings().leave(file.submission());
        Casework.replace(books, recalled.withdrawn(event.withdrawnAt()), entry);
    }
}
