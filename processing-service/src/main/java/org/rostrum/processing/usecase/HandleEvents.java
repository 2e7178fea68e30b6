package org.rostrum.processing.usecase;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.rostrum.contracts.ClearanceEvent;
import org.rostrum.contracts.ConsultationEvent.ConsultationDefined;
import org.rostrum.contracts.Event;
import org.rostrum.contracts.EventCodec;
import org.rostrum.contracts.EventType;
import org.rostrum.contracts.ProcessingEvent;
import org.rostrum.contracts.PublicationEvent;
import org.rostrum.contracts.SubmissionEvent;
import org.rostrum.contracts.SubmissionEvent.SubmissionErased;
import org.rostrum.contracts.SubmissionEvent.VersionAcknowledged;
import org.rostrum.contracts.SubmissionId;

/**
 * Gives each event its effect, once and in order. A neighbour that is away is waited for; an event that keeps failing for
 * another reason parks its submission, and what comes later of that submission waits behind it.
 */
public final class HandleEvents {
    private static final Logger LOG = System.getLogger(HandleEvents.class.getName());

    /** Events that are handled together at most, in a few transactions. */
    private static final int TOGETHER = 1_000;

    private final Transactions transactions;
    private final RecordDefinition definitions;
    private final ProcessSubmission submissions;
    private final WithdrawSubmission withdrawals;
    private final DisputeAuthorship disputes;
    private final EraseSubmission erasures;
    private final FollowPublication publications;
    private final ParkSubmission parking;
    private final Patience patience;
    private final Pauses pauses;

    public HandleEvents(
            Transactions transactions,
            RecordDefinition definitions,
            ProcessSubmission submissions,
            WithdrawSubmission withdrawals,
            DisputeAuthorship disputes,
            EraseSubmission erasures,
            FollowPublication publications,
            ParkSubmission parking,
            Patience patience,
            Pauses pauses) {
        this.transactions = transactions;
        this.definitions = definitions;
        this.submissions = submissions;
        this.withdrawals = withdrawals;
        this.disputes = disputes;
        this.erasures = erasures;
        this.publications = publications;
        this.parking = parking;
        this.patience = patience;
        this.pauses = pauses;
    }

    /**
     * Returns when the event has had its effect or waits in the queue of its parked submission.
     *
     * @throws EventCodec.Undecodable if it is no event that this version understands
     * @throws Pauses.Stopping if the process ends first; nothing has changed then
     */
    public void handle(RawEvent raw) throws EventCodec.Undecodable {
        var decoded = raw.decoded();
        if (patiently(() -> isDone(decoded, raw))) {
            return;
        }
        var failure = attempt(decoded.event(), Admission.fresh(decoded.id()));
        failure.ifPresent(reason -> setAside(decoded, raw, reason));
    }

    /** How many of the first events may be handled together: new submissions without files, each once. */
    public int canBeTogether(List<RawEvent> events) {
        Set<SubmissionId> seen = new HashSet<>();
        int count = 0;
        while (count < Math.min(TOGETHER, events.size())) {
            var arrived = arrived(events.get(count));
            if (arrived.isEmpty() || !seen.add(arrived.get().received().submission())) {
                return count;
            }
            count++;
        }
        return count;
    }

    private static Optional<ProcessTogether.Arrived> arrived(RawEvent raw) {
        try {
            var decoded = raw.decoded();
            return decoded.event() instanceof VersionAcknowledged received && ProcessTogether.canBeTogether(received)
                    ? Optional.of(new ProcessTogether.Arrived(decoded.id(), received))
                    : Optional.empty();
        } catch (EventCodec.Undecodable e) {
            return Optional.empty();
        }
    }

    /**
     * Gives several events their effect in few transactions. Whatever stands in the way: each can still be handled alone.
     *
     * @return how many of the first were handled; 0 if nothing has changed
     * @throws Pauses.Stopping if the process ends first; nothing has changed then
     */
    public int handleTogether(List<RawEvent> events) {
        try {
            return submissions
                    .together()
                    .process(events.stream()
                            .flatMap(raw -> arrived(raw).stream())
                            .toList());
        } catch (Pauses.Stopping e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(Level.INFO, "Events are handled one by one; events={0} fault={1}", events.size(), fault(e));
            return 0;
        }
    }

    /** Lets the oldest waiting event of a released submission try again; false if none waits. */
    public boolean resume() {
        var next =
                patiently(() -> transactions.inOne(books -> books.parkedEvents().nextReleased()));
        next.ifPresent(this::retry);
        return next.isPresent();
    }

    private boolean isDone(EventCodec.Decoded decoded, RawEvent raw) {
        return transactions.inOne(books -> books.inbox().contains(decoded.id()) || isAboutErased(books, decoded))
                || waits(decoded, raw);
    }

    /** What is said of it later, or said again when the log is read anew, has no effect any more. */
    private static boolean isAboutErased(Books books, EventCodec.Decoded decoded) {
        var erased = submissionOf(decoded.event())
                .filter(submission -> !(decoded.event() instanceof SubmissionErased))
                .filter(books.erasures()::contains);
        erased.ifPresent(submission -> books.inbox().enter(decoded.id()));
        return erased.isPresent();
    }

    /** What is taken back, disputed or erased overtakes what is parked: it must not stay public, or stay at all, for that. */
    private boolean waits(EventCodec.Decoded decoded, RawEvent raw) {
        return switch (decoded.event()) {
            case SubmissionEvent.SubmissionWithdrawn withdrawn ->
                parking.awaitCase(withdrawn.submission(), raw, decoded.id());
            case SubmissionEvent.AuthorshipDisputed disputed ->
                parking.awaitCase(disputed.submission(), raw, decoded.id());
            case SubmissionErased erased -> false;
            case Event other ->
                submissionOf(other)
                        .filter(submission -> parking.queueBehind(submission, raw, decoded.id()))
                        .isPresent();
        };
    }

    private void retry(ParkedEvents.Waiting waiting) {
        var failure = attempt(event(waiting.event()), Admission.waiting(waiting.position()));
        failure.ifPresent(reason -> patiently(() -> {
            parking.parkAgain(waiting.submission(), reason);
            return true;
        }));
    }

    private static Event event(RawEvent raw) {
        try {
            return raw.decoded().event();
        } catch (EventCodec.Undecodable e) {
            throw new IllegalStateException("what waits was decoded before", e);
        }
    }

    private void setAside(EventCodec.Decoded decoded, RawEvent raw, String reason) {
        if (!(decoded.event() instanceof VersionAcknowledged received)) {
            throw new IllegalStateException("An event that no submission can be parked for keeps failing: " + reason);
        }
        LOG.log(Level.WARNING, "Parking a submission; reference={0} reason={1}", received.reference(), reason);
        patiently(() -> {
            parking.park(received, raw, decoded.id(), reason);
            return true;
        });
    }

    /** Empty if it worked, else why it failed the last time. */
    private Optional<String> attempt(Event event, Admission admission) {
        for (int failures = 1; ; failures++) {
            try {
                patiently(() -> {
                    apply(event, admission);
                    return true;
                });
                return Optional.empty();
            } catch (Pauses.Stopping e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.log(
                        Level.WARNING,
                        "An event failed; type={0} fault={1}",
                        EventType.of(event).wireName(),
                        fault(e));
                if (failures >= patience.attempts()) {
                    return Optional.of(e instanceof Unprocessable known ? known.reason() : "processing-failed");
                }
                pauses.pause(patience.pauseAfter(failures));
            }
        }
    }

    private void apply(Event event, Admission admission) {
        switch (event) {
            case ConsultationDefined defined -> definitions.record(defined, admission);
            case VersionAcknowledged received -> submissions.process(received, admission);
            case SubmissionEvent.SubmissionWithdrawn withdrawn -> withdrawals.withdraw(withdrawn, admission);
            case SubmissionEvent.AuthorshipDisputed disputed -> disputes.dispute(disputed, admission);
            case SubmissionErased erased -> erasures.erase(erased, admission);
            case PublicationEvent published -> publications.follow(published, admission);
            case ProcessingEvent ours ->
                throw new Unprocessable("own-event", "This service does not read its own events.");
            case ClearanceEvent ours ->
                throw new Unprocessable("own-event", "This service does not read its own events.");
        }
    }

    private static Optional<SubmissionId> submissionOf(Event event) {
        return switch (event) {
            case SubmissionEvent told -> Optional.of(told.submission());
            case PublicationEvent published -> FollowPublication.submissionOf(published);
            case ConsultationDefined defined -> Optional.empty();
            case ProcessingEvent ours -> Optional.empty();
            case ClearanceEvent ours -> Optional.empty();
        };
    }

    /** Asks again and again while a neighbour is away: nothing can be done without it, and nothing is lost by waiting. */
    private <T> T patiently(Supplier<T> step) {
        for (int failures = 1; ; failures++) {
            try {
                return step.get();
            } catch (Unavailable e) {
                LOG.log(Level.WARNING, "Waiting for a neighbour; failures={0} fault={1}", failures, fault(e));
            } catch (ConcurrentChange e) {
                LOG.log(Level.DEBUG, "Trying again after a concurrent change");
            }
            pauses.pause(patience.pauseAfter(failures));
        }
    }

    /** What happened and where, without words that a parser or a database may have quoted from a submission. */
    private static String fault(RuntimeException e) {
        if (e instanceof Unprocessable || e instanceof Unavailable) {
            return String.valueOf(e.getMessage());
        }
        var words = new StringBuilder();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            words.append(cause.getClass().getName()).append(firstFrame(cause)).append("; ");
        }
        return words.toString();
    }

    private static String firstFrame(Throwable cause) {
        var frames = cause.getStackTrace();
        return frames.length == 0 ? "" : " at " + frames[0];
    }
}
