package org.rostrum.processing.usecase;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.rostrum.contracts.ProcessingEvent.SubmissionParked;
import org.rostrum.contracts.SubmissionEvent.SubmissionReceived;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;

/** Puts aside what keeps failing, so that everybody else moves on and nothing is lost. */
public final class ParkSubmission {
    private final Transactions transactions;
    private final InstantSource clock;

    public ParkSubmission(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Parks a submission whose event just came and kept failing; the event waits with it. */
    public void park(SubmissionReceived received, RawEvent raw, String eventId, String reason) {
        transactions.doInOne(books -> {
            if (books.inbox().enter(eventId)) {
                books.parkedEvents().add(received.submission(), raw);
                park(books, caseOf(books, received), reason);
            }
        });
    }

    /** Parks a submission again whose waiting event failed again. */
    public void parkAgain(SubmissionId submission, String reason) {
        transactions.doInOne(books -> {
            books.cases().lock(submission).ifPresent(file -> park(books, file, reason));
        });
    }

    /** True if something of the submission waits already: then this event waits behind it. */
    public boolean queueBehind(SubmissionId submission, RawEvent raw, String eventId) {
        return transactions.inOne(books -> {
            if (books.cases().lock(submission).isEmpty()
                    || !books.parkedEvents().isQueued(submission)) {
                return false;
            }
            if (books.inbox().enter(eventId)) {
                books.parkedEvents().add(submission, raw);
            }
            return true;
        });
    }

    private static Case caseOf(Books books, SubmissionReceived received) {
        var known = books.cases().lock(received.submission());
        if (known.isPresent()) {
            var file = known.get();
            return received.version() > file.version() ? stored(books, file.amended(received)) : file;
        }
        var opened = Case.opened(received);
        books.cases().add(opened);
        return opened;
    }

    private static Case stored(Books books, Case amended) {
        books.cases().replace(amended);
        return amended;
    }

    private void park(Books books, Case file, String reason) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var parked = file.decided(file.stage().parked(reason, now));
        var event = new SubmissionParked(
                file.submission(), file.reference(), file.consultation(), file.round(), file.version(), reason, now);
        Casework.replace(
                books, parked, new HistoryEntry(Happening.PARKED, file.version(), now, null, Map.of("reason", reason)));
        books.outbox().add(EventIds.decision(parked, event), now, event);
    }
}
