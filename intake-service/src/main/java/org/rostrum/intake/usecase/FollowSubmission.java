package org.rostrum.intake.usecase;

import java.util.List;
import java.util.Optional;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.intake.domain.ErasedSubmission;
import org.rostrum.intake.domain.LastEvents;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.domain.SubmissionDispute;
import org.rostrum.intake.domain.SubmissionState;
import org.rostrum.intake.domain.WithdrawalReceipt;

/** Tells whoever holds a receipt's secret how far a submission has come. */
public final class FollowSubmission {
    private final OpenSubmission open;
    private final Submissions submissions;
    private final IssueReceipt receipts;

    public FollowSubmission(OpenSubmission open, Submissions submissions, IssueReceipt receipts) {
        this.open = open;
        this.submissions = submissions;
        this.receipts = receipts;
    }

    /**
     * How far it has come.
     *
     * @param receipts of every version, from the first
     * @param withdrawal the receipt of its withdrawal, if it was withdrawn
     * @param state empty while the projection is away
     * @param stillPublic path of an earlier version that is public until staff have decided about the one that stands
     */
    public record Progress(
            SubmissionHistory history,
            List<Receipt> receipts,
            Optional<WithdrawalReceipt> withdrawal,
            Optional<SubmissionState> state,
            Optional<String> stillPublic) {
        /** Of the version that stands. */
        public SubmissionManifest manifest() {
            return history.latest().manifest();
        }

        /** The same when that version stood; as it is now if there is none. */
        public Progress asOf(int version) {
            return version < 1 || version > receipts.size()
                    ? this
                    : new Progress(
                            new SubmissionHistory(
                                    history.versions().subList(0, version), history.withdrawal(), history.dispute()),
                            receipts.subList(0, version),
                            withdrawal,
                            state,
                            stillPublic);
        }

        /** Of the version that stands. */
        public Receipt receipt() {
            return receipts.getLast();
        }
    }

    /** Empty for a wrong secret and for a wrong reference alike. */
    public Optional<Progress> follow(String typedReference, String typedSecret) {
        return open.open(typedReference, typedSecret).map(this::progress);
    }

    /** What is known of it if it was erased; empty as {@link #follow} is. */
    public Optional<ErasedSubmission> erased(String typedReference, String typedSecret) {
        return open.erased(typedReference, typedSecret);
    }

    private Progress progress(SubmissionHistory history) {
        var standing = history.latest().manifest();
        var last = submissions.lastIfKnown(standing.submission());
        return new Progress(
                history,
                history.versions().stream().map(receipts::issue).toList(),
                history.withdrawal().map(receipts::issue),
                state(history, last),
                history.withdrawal().isPresent()
                        ? Optional.empty()
                        : last.flatMap(events -> events.stillPublic(standing.version())));
    }

    /** What the respondent did counts before anybody has heard of it. */
    private static Optional<SubmissionState> state(SubmissionHistory history, Optional<LastEvents> last) {
        if (history.withdrawal().isPresent()) {
            return Optional.of(new SubmissionState.Withdrawn(
                    history.withdrawal().get().withdrawal().withdrawnAt()));
        }
        return last.map(events -> SubmissionState.of(
                events, history.latest().manifest().version(), history.dispute().map(SubmissionDispute::disputedAt)));
    }
}
