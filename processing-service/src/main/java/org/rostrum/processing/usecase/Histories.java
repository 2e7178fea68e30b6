package org.rostrum.processing.usecase;

import java.util.List;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.casework.HistoryEntry;

/** Who did what to each case; only ever added to, until it is erased. */
public interface Histories {

    void add(SubmissionId submission, HistoryEntry entry);

    /** What happened stays, with who did it and when; the details go, which may quote somebody. */
    void removeDetails(SubmissionId submission);

    /** In the order in which they were added. */
    List<HistoryEntry> of(SubmissionId submission);
}
