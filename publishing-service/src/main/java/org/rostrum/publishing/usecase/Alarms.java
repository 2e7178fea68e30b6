package org.rostrum.publishing.usecase;

import java.time.Duration;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.publishing.domain.RefusalReason;

/** What an operator must learn at once, and what they want to see over time. */
public interface Alarms {

    /** A public form was refused: somebody has to look. */
    void refused(Reference reference, RefusalReason reason);

    /** What was received and what became of it do not add up. */
    void unbalanced(ConsultationId consultation, RoundId round);

    /** A clearance reached the site after that time. */
    void published(Duration sinceClearance);

    /** A consolidated document could not be built; it is tried again. */
    void compilationFailed(ConsultationId consultation, RoundId round, RuntimeException why);

    /** The site could not be brought up to date; it is tried again. */
    void behind(String why);

    void upToDate();
}
