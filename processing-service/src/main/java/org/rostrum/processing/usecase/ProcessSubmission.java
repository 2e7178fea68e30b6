package org.rostrum.processing.usecase;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.rostrum.contracts.ProcessingEvent;
import org.rostrum.contracts.ProcessingEvent.SubmissionProcessed;
import org.rostrum.contracts.ProcessingEvent.SubmissionQuarantined;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionEvent.VersionAcknowledged;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.casework.Stage;
import org.rostrum.processing.domain.content.CarryOver;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.filing.Instrument;

/** Takes a version that was received to where staff can work on it. */
public final class ProcessSubmission {
    /** Why a submission is parked whose definition has not arrived. */
    static final String CONSULTATION_UNKNOWN = "consultation-unknown";

    private static final String ALLOWS_LESS = "The respondent's newer version allows less than was public.";

    private final Transactions transactions;
    private final Manifests manifests;
    private final ReadSubmission reader;
    private final RoundChanges changes;
    private final InstantSource clock;

    public ProcessSubmission(
            Transactions transactions,
            Manifests manifests,
            ReadSubmission reader,
            RoundChanges changes,
            InstantSource clock) {
        this.transactions = transactions;
        this.manifests = manifests;
        this.reader = reader;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Processes a version once, however often its event comes.
     *
     * @throws Unprocessable if it cannot be processed as things are
     * @throws Unavailable if a neighbour cannot be asked; nothing has changed then
     */
    public void process(VersionAcknowledged received, Admission admission) {
        if (isClosed(received, admission)) {
            return;
        }
        if (received.attachments() > 0) {
            showEarly(received);
        }
        var manifest = manifestOf(received);
        var round = roundOf(received);
        var content = reader.read(manifest, round);
        transactions.doInOne(books -> {
            if (admission.admit(books)) {
                open(books, received).ifPresent(file -> finish(books, file, content, Instrument.of(round)));
                keepIfOvertaken(books, received, content);
            }
        });
        changes.grown(
                new RoundTexts.Of(received.consultation(), received.round()),
                content.passages().size());
    }

    /** What was withdrawn is not read any more. */
    private boolean isClosed(VersionAcknowledged received, Admission admission) {
        return transactions.inOne(books -> {
            boolean closed = books.cases()
                    .lock(received.submission())
                    .filter(Case::isWithdrawn)
                    .isPresent();
            if (closed) {
                admission.admit(books);
            }
            return closed;
        });
    }

    /** Reading files takes time: staff see meanwhile that something came. */
    private void showEarly(VersionAcknowledged received) {
        transactions.inOne(books -> open(books, received));
    }

    /** The case of this version if it is still to be processed; opens it if it is new. */
    private static Optional<Case> open(Books books, VersionAcknowledged received) {
        var known = books.cases().lock(received.submission());
        if (known.isEmpty()) {
            var opened = Case.opened(received);
            books.cases().add(opened);
            return Optional.of(begun(books, opened));
        }
        var file = known.get();
        if (file.isWithdrawn()) {
            return Optional.empty();
        }
        if (received.version() > file.version()) {
            return Optional.of(begun(books, amended(books, file, received)));
        }
        return Optional.of(file)
                .filter(same -> same.version() == received.version() && same.stage() instanceof Stage.InProcess);
    }

    /** What is public stays public meanwhile, unless the respondent now allows less than that. */
    private static Case amended(Books books, Case file, VersionAcknowledged received) {
        var amended = file.amended(received);
        books.cases().replace(amended);
        boolean allowsLess = received.publication().compareTo(file.publication()) > 0;
        return allowsLess ? Casework.recallBySystem(books, amended, ALLOWS_LESS, received.receivedAt()) : amended;
    }

    /** An earlier version that comes after a later one is kept for staff to compare; nothing is decided about it. */
    private static void keepIfOvertaken(Books books, VersionAcknowledged received, Content content) {
        books.cases()
                .lock(received.submission())
                .filter(file -> !file.isWithdrawn() && received.version() < file.version())
                .filter(file -> books.contents()
                        .find(file.submission(), received.version())
                        .isEmpty())
                .ifPresent(file -> {
                    books.contents().add(file.submission(), received.version(), content);
                    books.histories().add(file.submission(), sent(received.version(), received.receivedAt()));
                });
    }

    private static HistoryEntry sent(int version, Instant at) {
        return new HistoryEntry(Happening.RECEIVED, version, at, null, Map.of());
    }

    private static Case begun(Books books, Case file) {
        books.histories().add(file.submission(), sent(file.version(), file.receivedAt()));
        books.announce(file);
        return file;
    }

    private SubmissionManifest manifestOf(VersionAcknowledged received) {
        var manifest = manifests.read(received.manifest());
        boolean same = manifest.submission().equals(received.submission())
                && manifest.version() == received.version()
                && manifest.consultation().equals(received.consultation())
                && manifest.round().equals(received.round())
                && manifest.publication() == received.publication();
        if (!same) {
            throw new Unprocessable("manifest-mismatch", "The manifest is not that of the event.");
        }
        return manifest;
    }

    private Round roundOf(VersionAcknowledged received) {
        return transactions
                .inOne(books -> books.definitions().latest(received.consultation()))
                .flatMap(definition -> definition.round(received.round()))
                .orElseThrow(() -> new Unprocessable(
                        CONSULTATION_UNKNOWN, "The round's definition has not arrived; it may still come."));
    }

    private void finish(Books books, Case file, Content read, Instrument instrument) {
        if (!(file.stage() instanceof Stage.InProcess inProcess)) {
            throw new IllegalStateException("only a case in process is finished");
        }
        var content = carriedOver(books, file, read, instrument);
        books.contents().add(file.submission(), file.version(), content);
        finish(books, file, inProcess, content);
    }

    /** A version that was in quarantine, and can be read now. */
    void finishAgain(Books books, Case file, Content content) {
        books.contents().replace(file.submission(), file.version(), content);
        finish(books, file, new Stage.InProcess(), content);
    }

    private void finish(Books books, Case file, Stage.InProcess inProcess, Content content) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean unreadable = content.isUnreadable();
        var next = file.at(unreadable ? inProcess.quarantined() : inProcess.processed(file.publication()));
        Casework.replace(books, next, entry(next, content, unreadable, now));
        var event = unreadable ? quarantined(next, content, now) : processed(next, content, now);
        books.outbox().add(EventIds.once(next, event), now, event);
    }

    private static Content carriedOver(Books books, Case file, Content read, Instrument instrument) {
        var before = books.contents().versionBefore(file.submission(), file.version());
        if (before.isEmpty()) {
            return read;
        }
        int version = before.getAsInt();
        return books.contents()
                .find(file.submission(), version)
                .map(earlier -> CarryOver.of(earlier, version, instrument::has).into(read))
                .orElse(read);
    }

    private static HistoryEntry entry(Case file, Content content, boolean unreadable, Instant now) {
        var details = Map.of(
                "passages", String.valueOf(content.passages().size()),
                "unfiled", String.valueOf(content.unfiled()),
                "quarantined", String.valueOf(content.quarantined().size()),
                "carried", String.valueOf(content.carried()));
        return new HistoryEntry(
                unreadable ? Happening.QUARANTINED : Happening.PROCESSED, file.version(), now, null, details);
    }

    private static ProcessingEvent processed(Case file, Content content, Instant now) {
        return new SubmissionProcessed(
                file.submission(),
                file.reference(),
                file.consultation(),
                file.round(),
                file.version(),
                content.passages().size(),
                content.unfiled(),
                content.quarantined(),
                now);
    }

    private static ProcessingEvent quarantined(Case file, Content content, Instant now) {
        return new SubmissionQuarantined(
                file.submission(),
                file.reference(),
                file.consultation(),
                file.round(),
                file.version(),
                content.quarantined(),
                now);
    }
}
