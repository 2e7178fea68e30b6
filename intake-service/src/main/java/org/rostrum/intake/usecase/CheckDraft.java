package org.rostrum.intake.usecase;

import java.util.List;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Round;
import org.rostrum.intake.domain.DraftCheck;
import org.rostrum.intake.domain.DraftCheck.Faulty;
import org.rostrum.intake.domain.Limits;
import org.rostrum.intake.domain.OfferedFile;
import org.rostrum.intake.domain.SubmissionDraft;
import org.rostrum.intake.domain.WrongField;

/** Says what would be wrong with a response if it were sent now, without sending it. */
public final class CheckDraft {
    private final Limits limits;

    public CheckDraft(Limits limits) {
        this.limits = limits;
    }

    /** Empty if it can be sent. */
    public List<WrongField> faults(
            ConsultationDefinition definition, Round round, SubmissionDraft draft, List<OfferedFile> files) {
        return new DraftCheck(definition, round, limits).check(draft, files, List.of()) instanceof Faulty faulty
                ? faulty.wrong()
                : List.of();
    }
}
