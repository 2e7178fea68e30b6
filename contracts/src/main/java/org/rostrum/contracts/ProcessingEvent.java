package org.rostrum.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What processing made of a submission; on {@link Topic#PROCESSING}. */
public sealed interface ProcessingEvent extends Event {

    SubmissionId submission();

    Reference reference();

    ConsultationId consultation();

    RoundId round();

    int version();

    /**
     * The version is split into passages, filed, and with staff.
     *
     * @param passages how many passages it has
     * @param unfiled how many of them answer no question
     * @param quarantined its attachments that could not be read, with reasons for the respondent
     */
    record SubmissionProcessed(
            SubmissionId submission,
            Reference reference,
            ConsultationId consultation,
            RoundId round,
            int version,
            int passages,
            int unfiled,
            List<QuarantinedAttachment> quarantined,
            Instant processedAt)
            implements ProcessingEvent {
        public SubmissionProcessed {
            quarantined = Absent.list(quarantined);
        }
    }

    /** Nothing of the version could be read: it has no text but in attachments, and all of them are quarantined. */
    record SubmissionQuarantined(
            SubmissionId submission,
            Reference reference,
            ConsultationId consultation,
            RoundId round,
            int version,
            List<QuarantinedAttachment> quarantined,
            Instant quarantinedAt)
            implements ProcessingEvent {
        public SubmissionQuarantined {
            quarantined = Absent.list(quarantined);
        }
    }

    /**
     * Processing failed repeatedly; the submission waits for staff, with everything later of it behind it.
     *
     * @param reason a code in kebab-case, without personal data
     */
    record SubmissionParked(
            SubmissionId submission,
            Reference reference,
            ConsultationId consultation,
            RoundId round,
            int version,
            String reason,
            Instant parkedAt)
            implements ProcessingEvent {}

    /**
     * One attachment that could not be read, or one file in it. Names are personal and stay in the manifest and with staff.
     *
     * @param ordinal the attachment's place in the submission, from 1
     * @param reason a code in kebab-case, see {@link QuarantineReason}
     * @param inside which of the files in it, in the order of their names in an archive and of the mail in a mail, from 1; a file in
     *     one of those has that one's number; absent if it is the attachment itself
     */
    record QuarantinedAttachment(
            int ordinal, String reason, @Nullable Integer inside) {

        /** The attachment itself. */
        public QuarantinedAttachment(int ordinal, String reason) {
            this(ordinal, reason, null);
        }
    }
}
