package org.rostrum.intake.usecase;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.rostrum.contracts.SubmissionWithdrawal;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.domain.WithdrawalReceipt;
import org.rostrum.intake.usecase.ChangeWindow.Closed;
import org.rostrum.intake.usecase.ChangeWindow.Open;
import org.rostrum.intake.usecase.EventLog.LogUnavailable;
import org.rostrum.intake.usecase.TryAgainLater.Kept;
import org.rostrum.intake.usecase.Withdrawals.StoredWithdrawal;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/**
 * Takes a whole submission back for whoever holds one of its receipts, while its round is open. It happens once: a second
 * withdrawal gets the receipt of the first. It also counts for an amendment that is stored at the same moment.
 */
public final class WithdrawSubmission {
    private final OpenSubmission open;
    private final ChangeWindow window;
    private final Withdrawals withdrawals;
    private final AnnounceReceived announce;
    private final IssueReceipt receipts;

    public WithdrawSubmission(
            OpenSubmission open,
            ChangeWindow window,
            Withdrawals withdrawals,
            AnnounceReceived announce,
            IssueReceipt receipts) {
        this.open = open;
        this.window = window;
        this.withdrawals = withdrawals;
        this.announce = announce;
        this.receipts = receipts;
    }

    /** What came of it. */
    public sealed interface Outcome {}

    /** Stored and recorded; {@code repeated} if it was withdrawn before. */
    public record Withdrawn(WithdrawalReceipt receipt, boolean repeated) implements Outcome {}

    public record Refused(Refusal reason) implements Outcome {}

    /** The reference or the secret is wrong; which of them is not said. */
    public record Unknown() implements Outcome {}

    /** Withdraws or refuses; throws {@link TryAgainLater} if the store or the log did not answer. */
    public Outcome withdraw(String reference, String secret, Instant now) {
        return open.open(reference, secret)
                .map(history -> withdraw(history, now))
                .orElseGet(() -> erasedOrUnknown(reference, secret));
    }

    private Outcome erasedOrUnknown(String reference, String secret) {
        return open.erased(reference, secret)
                .<Outcome>map(mark -> new Refused(mark.refusal()))
                .orElseGet(Unknown::new);
    }

    private Outcome withdraw(SubmissionHistory history, Instant now) {
        if (history.withdrawal().isPresent()) {
            return acknowledge(history.withdrawal().get(), true);
        }
        return switch (window.at(now, history.latest().manifest())) {
            case Closed closed -> new Refused(closed.reason());
            case Open opened -> commit(history, now);
        };
    }

    private Outcome commit(SubmissionHistory history, Instant now) {
        var manifest = history.latest().manifest();
        var wanted = new SubmissionWithdrawal(
                SubmissionWithdrawal.SCHEMA,
                manifest.submission(),
                manifest.reference(),
                manifest.consultation(),
                manifest.round(),
                manifest.version(),
                history.latest().object().sha256(),
                now.truncatedTo(ChronoUnit.MILLIS));
        var stored = createOrFind(wanted);
        return acknowledge(stored, !stored.withdrawal().equals(wanted));
    }

    private StoredWithdrawal createOrFind(SubmissionWithdrawal wanted) {
        try {
            return withdrawals.createOrFind(wanted);
        } catch (ObjectStoreUnavailable e) {
            throw new TryAgainLater(Kept.UNKNOWN, e);
        }
    }

    private Outcome acknowledge(StoredWithdrawal stored, boolean repeated) {
        try {
            announce.announce(Announcement.of(stored));
        } catch (LogUnavailable e) {
            throw new TryAgainLater(Kept.MANIFEST, e);
        }
        return new Withdrawn(receipts.issue(stored), repeated);
    }
}
