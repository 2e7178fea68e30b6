package org.rostrum.processing.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.casework.CaseState;

/** The families of more than one submission. What was withdrawn is in none. */
public interface Campaigns {

    /**
     * One family.
     *
     * @param family the hash of one of its wordings; any of them leads here
     * @param wordings how many there are that differ in more than names and capitals
     * @param first when the first of it came
     */
    record Campaign(RoundTexts.Of round, String family, int members, int wordings, Instant first, Instant last) {}

    /** A submission of a family, in the version that counts. */
    record Member(
            SubmissionId submission,
            Reference reference,
            int version,
            String wording,
            Instant receivedAt,
            CaseState state) {}

    /** The largest first. */
    List<Campaign> list(Optional<ConsultationId> consultation, int limit);

    /** The family of a wording, however many it has. */
    Optional<Campaign> find(RoundTexts.Of round, String wording);

    /** What stands for the family: the first submission of the wording that most chose. */
    Optional<Member> template(RoundTexts.Of round, String family);

    /** The newest first. */
    List<Member> members(RoundTexts.Of round, String family, Optional<CaseCursor> after, int limit);

    /** The first submission that is worded so. */
    Optional<Member> worded(RoundTexts.Of round, String wording);
}
