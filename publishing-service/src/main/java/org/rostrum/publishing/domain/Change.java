package org.rostrum.publishing.domain;

import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionId;

/** What an event changed, as far as a reader of the site could notice. */
public sealed interface Change {

    /** New words for the whole consultation. */
    record Redefined(ConsultationId consultation) implements Change {}

    /** The account of a round moved. */
    record Counted(ConsultationId consultation, RoundId round) implements Change {}

    /** Staff decided something. */
    record Decided(ConsultationId consultation) implements Change {}

    /** A submission is to be shown, shown otherwise, or no longer shown. */
    record Restated(ConsultationId consultation, RoundId round, SubmissionId submission) implements Change {}

    /** A clearance waits for its checks. */
    record Cleared(SubmissionId submission) implements Change {}

    /** The list of all contributions changed from that place on. */
    record ListMoved(ConsultationId consultation, int from) implements Change {}

    /** What answers an item changed from that place on. */
    record ItemMoved(ConsultationId consultation, ItemNumber item, int from) implements Change {}

    /** What answers no question changed from that place on. */
    record UnfiledMoved(ConsultationId consultation, int from) implements Change {}

    /** Something that was shown is gone: whatever was made from it must go at once. */
    record Withdrawn(ConsultationId consultation, RoundId round) implements Change {}
}
