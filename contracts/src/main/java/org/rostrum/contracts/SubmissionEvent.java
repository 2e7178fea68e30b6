package org.rostrum.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a submission before any staff see it; on {@link Topic#SUBMISSIONS}. */
public sealed interface SubmissionEvent extends Event {

    SubmissionId submission();

    Reference reference();

    ConsultationId consultation();

    RoundId round();

    /** 1 for the first version, one more for each amendment. */
    int version();

    /** A version was acknowledged: its manifest is in the store, its respondent holds a receipt. */
    sealed interface VersionAcknowledged extends SubmissionEvent permits SubmissionReceived, SubmissionAmended {
        SubmissionKind kind();

        /** What the respondent allows. */
        Publication publication();

        /** The manifest, by reference; names and texts are only there. */
        ObjectRef manifest();

        /** How many files came with it. */
        int attachments();

        Instant receivedAt();

        /** What intake noticed about how it arrived. */
        List<SubmissionFlag> flags();
    }

    /**
     * The first version was acknowledged.
     *
     * @param receiptByMail whether the respondent gave an address for the receipt; absent in events from before it was said
     */
    record SubmissionReceived(
            SubmissionId submission,
            Reference reference,
            ConsultationId consultation,
            RoundId round,
            int version,
            SubmissionKind kind,
            Publication publication,
            ObjectRef manifest,
            int attachments,
            Instant receivedAt,
            List<SubmissionFlag> flags,
            @Nullable Boolean receiptByMail)
            implements VersionAcknowledged {
        public SubmissionReceived {
            flags = Absent.list(flags);
        }

        /** One that does not say whether its receipt goes out by mail. */
        public SubmissionReceived(
                SubmissionId submission,
                Reference reference,
                ConsultationId consultation,
                RoundId round,
                int version,
                SubmissionKind kind,
                Publication publication,
                ObjectRef manifest,
                int attachments,
                Instant receivedAt,
                List<SubmissionFlag> flags) {
            this(
                    submission,
                    reference,
                    consultation,
                    round,
                    version,
                    kind,
                    publication,
                    manifest,
                    attachments,
                    receivedAt,
                    flags,
                    null);
        }
    }

    /** A later version was acknowledged: it stands instead of the one before, which stays in the record. */
    record SubmissionAmended(
            SubmissionId submission,
            Reference reference,
            ConsultationId consultation,
            RoundId round,
            int version,
            SubmissionKind kind,
            Publication publication,
            ObjectRef manifest,
            int attachments,
            Instant receivedAt,
            List<SubmissionFlag> flags)
            implements VersionAcknowledged {
        public SubmissionAmended {
            flags = Absent.list(flags);
            if (version < 2) {
                throw new IllegalArgumentException("an amendment has version 2 or later");
            }
        }
    }

    /**
     * The respondent took the whole submission back: nothing of it goes public, and what is public is taken down.
     *
     * @param version the version that stood when it was withdrawn
     * @param withdrawal what was recorded about it ({@link SubmissionWithdrawal} as canonical JSON), by reference
     */
    record SubmissionWithdrawn(
            SubmissionId submission,
            Reference reference,
            ConsultationId consultation,
            RoundId round,
            int version,
            ObjectRef withdrawal,
            Instant withdrawnAt)
            implements SubmissionEvent {}

    /**
     * Somebody who got a mail about it says that they did not send it: it is held until staff have settled that, and taken
     * down if it is public.
     *
     * @param version the version that stood when it was disputed
     */
    record AuthorshipDisputed(
            SubmissionId submission,
            Reference reference,
            ConsultationId consultation,
            RoundId round,
            int version,
            Instant disputedAt)
            implements SubmissionEvent {}

    /**
     * Everything of the submission was erased, whatever had become of it: nobody may keep or show any of it. Only the fact
     * stays. It counts whenever it comes: what comes later of the same submission has no effect any more.
     *
     * @param version the version that stood when it was erased
     * @param erasedBy opaque subject of the account that erased it
     */
    record SubmissionErased(
            SubmissionId submission,
            Reference reference,
            ConsultationId consultation,
            RoundId round,
            int version,
            ErasureGround ground,
            String erasedBy,
            Instant erasedAt)
            implements SubmissionEvent {}
}
