package org.rostrum.processing.usecase;

import java.time.InstantSource;
import java.util.Optional;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionEvent.VersionAcknowledged;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.Stage;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.usecase.ReadSubmission.Read;

/** Takes a version that was received to where staff can work on it. */
public final class ProcessSubmission {
    /** Why a submission is parked whose definition has not arrived. */
    static final String CONSULTATION_UNKNOWN = "consultation-unknown";

    private static final String ALLOWS_LESS = "The respondent's newer version allows less than was public.";

    private final Transactions transactions;
    private final Manifests manifests;
    private final ReadSubmission reader;
    private final KeepVersion versions;
    private final ProcessTogether together;

    public ProcessSubmission(
            Transactions transactions,
            Manifests manifests,
            ReadSubmission reader,
            RoundChanges changes,
            InstantSource clock) {
        this.transactions = transactions;
        this.manifests = manifests;
        this.reader = reader;
        this.versions = new KeepVersion(changes, clock);
        this.together = new ProcessTogether(transactions, manifests, reader, versions, clock);
    }

    /** Keeps no text of the round, and nothing about its families, at hand. */
    public void forget(RoundTexts.Of round) {
        reader.forget(round);
        versions.forget(round);
    }

    /** The same for many that are new. */
    ProcessTogether together() {
        return together;
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
        var manifest = checked(manifests.read(received.manifest()), received);
        var round = roundOf(transactions, received);
        var read = reader.read(manifest, round);
        transactions.doInOne(books -> {
            if (admission.admit(books)) {
                open(books, received).ifPresent(file -> versions.finish(books, file, read, round));
                keepIfOvertaken(books, received, read.content());
            }
        });
        versions.kept(received, round, read);
    }

    /** What was withdrawn or erased is not read any more. */
    private boolean isClosed(VersionAcknowledged received, Admission admission) {
        return transactions.inOne(books -> {
            boolean closed = books.erasures().contains(received.submission())
                    || books.cases()
                            .lock(received.submission())
                            .filter(Case::isClosed)
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
        if (file.isClosed()) {
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
                .filter(file -> !file.isClosed() && received.version() < file.version())
                .filter(file -> books.contents()
                        .find(file.submission(), received.version())
                        .isEmpty())
                .ifPresent(file -> {
                    books.contents().add(file.submission(), received.version(), content);
                    books.histories()
                            .add(file.submission(), KeepVersion.sent(received.version(), received.receivedAt()));
                });
    }

    private static Case begun(Books books, Case file) {
        books.histories().add(file.submission(), KeepVersion.sent(file.version(), file.receivedAt()));
        books.announce(file);
        return file;
    }

    static SubmissionManifest checked(SubmissionManifest manifest, VersionAcknowledged received) {
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

    static Round roundOf(Transactions transactions, VersionAcknowledged received) {
        return transactions
                .inOne(books -> books.definitions().latest(received.consultation()))
                .flatMap(definition -> definition.round(received.round()))
                .orElseThrow(() -> new Unprocessable(
                        CONSULTATION_UNKNOWN, "The round's definition has not arrived; it may still come."));
    }

    /** A version that was in quarantine, and can be read now. */
    void finishAgain(Books books, Case file, Read read, Content content, Round round) {
        versions.finishAgain(books, file, read, content, round);
    }

    /** What a version says by another reading. */
    void replace(Books books, Case file, Read read, Content content, Round round) {
        versions.replace(books, file, read, content, round);
    }

    /** A version that was kept before there were families. */
    void joinFamily(Books books, Case file, Read read, Round round) {
        versions.joinFamily(books, file, read, round);
    }
}
