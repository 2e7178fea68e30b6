package org.rostrum.processing.usecase;

import java.util.List;
import java.util.Optional;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.SubmissionId;

/** The events that wait: those that kept failing, and behind them everything later of the same submission. */
public interface ParkedEvents {

    void add(SubmissionId submission, RawEvent event);

    /** Whether something of one of them waits. */
    boolean hasAny(List<SubmissionId> submissions);

    boolean isQueued(SubmissionId submission);

    /** The oldest waiting event of a submission whose case is not parked any more. */
    Optional<Waiting> nextReleased();

    /** False if it is gone already. */
    boolean remove(long position);

    void removeAll(SubmissionId submission);

    /** References of parked cases of a reason and consultation; for what resolves itself. */
    List<SubmissionId> parkedFor(String reason, ConsultationId consultation);

    /**
     * One that waits.
     *
     * @param position in the order of arrival
     */
    record Waiting(long position, SubmissionId submission, RawEvent event) {}
}
