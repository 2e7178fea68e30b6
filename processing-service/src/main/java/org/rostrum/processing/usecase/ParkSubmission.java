package org.rostrum.processing.usecase;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.ProcessingEvent.SubmissionParked;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionEvent.VersionAcknowledged;
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

    /**
     * Parks a submission whose event just came and kept failing; the event waits with it. If what it lacked has come
     * meanwhile, the event waits only until {@link HandleEvents#resume} takes it.
     */
    public void park(VersionAcknowledged received, RawEvent raw, String eventId, String reason) {
        transactions.doInOne(books -> {
            if (books.inbox().enter(eventId)) {
                boolean resolved = isResolved(books, reason, received.consultation(), received.round());
                books.parkedEvents().add(received.submission(), raw);
                var file = caseOf(books, received);
                if (resolved) {
                    books.announce(file);
                } else {
                    park(books, file, reason);
                }
            }
        });
    }

    /** Parks a submission again whose waiting event failed again, unless what it lacked has come meanwhile. */
    public void parkAgain(SubmissionId submission, String reason) {
        transactions.doInOne(books -> books.cases()
                .lock(submission)
                .filter(file -> !file.isClosed())
                .filter(file -> !isResolved(books, reason, file.consultation(), file.round()))
                .ifPresent(file -> park(books, file, reason)));
    }

    /** Whoever records the definition releases what is parked by then, and would not see what is parked after. */
    private static boolean isResolved(Books books, String reason, ConsultationId consultation, RoundId round) {
        return reason.equals(ProcessSubmission.CONSULTATION_UNKNOWN)
                && books.definitions()
                        .settled(consultation)
                        .flatMap(definition -> definition.round(round))
                        .isPresent();
    }

    /** True if there is no case yet that the event could be about: then it waits until there is one. */
    public boolean awaitCase(SubmissionId submission, RawEvent raw, String eventId) {
        return transactions.inOne(books -> {
            if (books.cases().lock(submission).isPresent()) {
                return false;
            }
            if (books.inbox().enter(eventId)) {
                books.parkedEvents().add(submission, raw);
            }
            return true;
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

    private static Case caseOf(Books books, VersionAcknowledged received) {
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
        var parked = file.parked(reason, now);
        var event = new SubmissionParked(
                file.submission(), file.reference(), file.consultation(), file.round(), file.version(), reason, now);
        Casework.replace(
                books, parked, new HistoryEntry(Happening.PARKED, file.version(), now, null, Map.of("reason", reason)));
        books.outbox().add(EventIds.decision(parked, event), now, event);
    }
}
