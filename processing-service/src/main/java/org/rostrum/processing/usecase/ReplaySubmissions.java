package org.rostrum.processing.usecase;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionEvent;
import org.rostrum.contracts.SubmissionEvent.SubmissionErased;
import org.rostrum.contracts.SubmissionEvent.SubmissionWithdrawn;
import org.rostrum.contracts.SubmissionEvent.VersionAcknowledged;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.casework.Stage;
import org.rostrum.processing.domain.content.CarryOver;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.Rereading;
import org.rostrum.processing.domain.filing.Instrument;
import org.rostrum.processing.usecase.ReadSubmission.Read;
import org.rostrum.processing.usecase.ReplayReport.Change;
import org.rostrum.processing.usecase.ReplayReport.Outcome;

/**
 * Reads every submission of the log again from its files, as this version of the program reads. What people settled stays as they
 * settled it, what they decided about is only compared, and what the database has lost comes back. One replay at a time.
 */
public final class ReplaySubmissions {
    private static final Logger LOG = System.getLogger(ReplaySubmissions.class.getName());
    private static final Admission ALWAYS = _ -> true;

    private final Transactions transactions;
    private final SubmissionLog log;
    private final Manifests manifests;
    private final ReadSubmission reader;
    private final ProcessSubmission submissions;
    private final WithdrawSubmission withdrawals;
    private final EraseSubmission erasures;
    private final InstantSource clock;
    private final Executor background;
    private final AtomicReference<@Nullable ReplayReport> report = new AtomicReference<>();

    public ReplaySubmissions(
            Transactions transactions,
            SubmissionLog log,
            Manifests manifests,
            ReadSubmission reader,
            ProcessSubmission submissions,
            WithdrawSubmission withdrawals,
            EraseSubmission erasures,
            InstantSource clock,
            Executor background) {
        this.transactions = transactions;
        this.log = log;
        this.manifests = manifests;
        this.reader = reader;
        this.submissions = submissions;
        this.withdrawals = withdrawals;
        this.erasures = erasures;
        this.clock = clock;
        this.background = background;
    }

    /** The replay that is under way, or the last one since the start of this process. */
    public Optional<ReplayReport> report() {
        return Optional.ofNullable(report.get());
    }

    /**
     * Begins a replay in the background; false if one is under way.
     *
     * @param by the name of the person who asked for it
     */
    public boolean begin(String by) {
        var last = report.get();
        var begun = ReplayReport.begun(now(), by);
        if ((last != null && !last.isFinished()) || !report.compareAndSet(last, begun)) {
            return false;
        }
        background.execute(this::run);
        return true;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** To the end of the log; the report is finished in any case. */
    private void run() {
        String fault = "stopped";
        try {
            log.read(this::replay);
            fault = null;
        } catch (Pauses.Stopping e) {
            throw e;
        } catch (RuntimeException e) {
            fault = e.getClass().getSimpleName();
            LOG.log(Level.WARNING, "A replay ended early", e);
        } finally {
            var why = fault;
            var at = now();
            update(so -> so.finished(at, why));
        }
    }

    private void update(UnaryOperator<ReplayReport> step) {
        report.updateAndGet(so -> so == null ? null : step.apply(so));
    }

    private void replay(SubmissionEvent event) {
        switch (event) {
            case VersionAcknowledged received -> note(received);
            case SubmissionWithdrawn withdrawn -> withdrawals.withdraw(withdrawn, ALWAYS);
            case SubmissionErased erased -> erasures.erase(erased, ALWAYS);
            case SubmissionEvent.AuthorshipDisputed _ -> {} // staff may have settled it
        }
    }

    /** What one submission's fault is, no other has to pay for. */
    private void note(VersionAcknowledged received) {
        Change change;
        try {
            change = again(received);
        } catch (Unprocessable e) {
            change = new Change(received.reference(), Outcome.FAILED, null, e.reason());
        } catch (Unavailable e) {
            throw e;
        } catch (Pauses.Stopping e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A submission could not be read again; reference={0}", received.reference());
            change = new Change(
                    received.reference(), Outcome.FAILED, null, e.getClass().getSimpleName());
        }
        if (change != null) {
            var noted = change;
            boolean isWorthTelling = switch (noted.outcome()) {
                case CHANGED, DECIDED, SETTLED, REBUILT, OVERTAKEN, FAILED -> true;
                case SAME, CLOSED, UNDER_WAY -> false;
            };
            update(so -> so.with(noted.outcome(), isWorthTelling ? noted : null));
        }
    }

    /** Null for a version that a newer one has replaced: that one is counted. */
    private @Nullable Change again(VersionAcknowledged received) {
        boolean isErased = transactions.inOne(books -> books.erasures().contains(received.submission()));
        if (isErased) {
            return new Change(received.reference(), Outcome.CLOSED, null, null);
        }
        var known = transactions.inOne(books -> books.cases().lock(received.submission()));
        if (known.isEmpty() || known.get().version() < received.version()) {
            submissions.process(received, ALWAYS);
            return new Change(received.reference(), Outcome.REBUILT, null, null);
        }
        var file = known.get();
        if (file.version() > received.version()) {
            return null;
        }
        return switch (file.stage()) {
            case Stage.Withdrawn _, Stage.Erased _ -> plain(file, Outcome.CLOSED);
            case Stage.InProcess _, Stage.Parked _ -> plain(file, Outcome.UNDER_WAY);
            case Stage.WithStaff _, Stage.Quarantined _, Stage.Confidential _, Stage.Withheld _, Stage.Public _ ->
                readAgain(file, received);
        };
    }

    private static Change plain(Case file, Outcome outcome) {
        return new Change(file.reference(), outcome, null, null);
    }

    private Change readAgain(Case file, VersionAcknowledged received) {
        var round = transactions
                .inOne(books -> books.definitions().latest(file.consultation()))
                .flatMap(definition -> definition.round(file.round()))
                .orElseThrow(() -> new Unprocessable(
                        ProcessSubmission.CONSULTATION_UNKNOWN, "The round's definition is not known."));
        var read = reader.read(manifests.read(received.manifest()), round);
        return transactions.inOne(books -> books.cases()
                .lock(file.submission())
                .filter(same -> same.revision() == file.revision())
                .map(same -> compare(books, same, read, round))
                .orElseGet(() -> plain(file, Outcome.OVERTAKEN)));
    }

    private Change compare(Books books, Case file, Read read, Round round) {
        var before = books.contents()
                .find(file.submission(), file.version())
                .orElseThrow(() -> new Unprocessable("content-missing", "The database has a case without content."));
        var settled = CarryOver.again(before, Instrument.of(round)::has);
        var after = settled.into(read.content());
        var rereading = Rereading.of(before, after);
        if (!rereading.isDifferent()) {
            submissions.joinFamily(books, file, read, round);
            return plain(file, Outcome.SAME);
        }
        if (settled.left() > 0) {
            return new Change(file.reference(), Outcome.SETTLED, rereading, null);
        }
        return switch (file.stage()) {
            case Stage.WithStaff _, Stage.Confidential _ -> {
                replace(books, file.refiled(), read, after, round, rereading);
                yield new Change(file.reference(), Outcome.CHANGED, rereading, null);
            }
            case Stage.Quarantined _
            when !after.isUnreadable() -> {
                submissions.finishAgain(books, file, read, after, round);
                yield new Change(file.reference(), Outcome.CHANGED, rereading, null);
            }
            case Stage.Quarantined _, Stage.InProcess _, Stage.Parked _, Stage.Withdrawn _, Stage.Erased _ ->
                new Change(file.reference(), Outcome.DECIDED, rereading, null);
            case Stage.Withheld _, Stage.Public _ -> new Change(file.reference(), Outcome.DECIDED, rereading, null);
        };
    }

    private void replace(Books books, Case next, Read read, Content after, Round round, Rereading rereading) {
        submissions.replace(books, next, read, after, round);
        var details = Map.of(
                "moved", String.valueOf(rereading.moved().size()),
                "appeared", String.valueOf(rereading.appeared()),
                "vanished", String.valueOf(rereading.vanished()));
        Casework.replace(books, next, new HistoryEntry(Happening.READ_AGAIN, next.version(), now(), null, details));
    }
}
