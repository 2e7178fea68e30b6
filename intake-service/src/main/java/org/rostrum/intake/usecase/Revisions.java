package org.rostrum.intake.usecase;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.intake.domain.Revision;

/**
 * The audit trail: every revision of every consultation, written once. Every method may throw {@code
 * ObjectStoreUnavailable}.
 */
public interface Revisions {

    /** Names one revision. */
    record RevisionKey(ConsultationId consultation, int number) {}

    Optional<Revision> find(RevisionKey key);

    /** Writes it unless its number is taken; of many concurrent callers, in whatever process, exactly one gets true. */
    boolean create(Revision revision);

    /** Everything that was ever decided about a consultation, the latest first. */
    List<Revision> of(ConsultationId consultation);

    /** Every revision there is, fetched while being read. */
    Stream<RevisionKey> keys();
}
