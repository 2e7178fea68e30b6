package org.rostrum.processing.usecase;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.domain.filing.Filing;

/** The texts of a round as they stand filed: the newest version of what is neither withdrawn nor erased. */
public interface RoundTexts {

    /** A round of a consultation. */
    record Of(ConsultationId consultation, RoundId round) {}

    /**
     * A passage as it stands filed.
     *
     * @param language BCP 47, if recognised
     */
    record Passage(String text, @Nullable String language, Filing filing) {
        /** Leaves the text out of logs. */
        @Override
        public String toString() {
            return "Passage[" + text.length() + " characters]";
        }
    }

    /** Takes a text that filing may learn from. */
    void add(Of round, SubmissionId submission, int version, Source source, Content content);

    /** Every round that texts came for. */
    Set<Of> rounds();

    /**
     * Documents, each as its passages in their order: those in which a person settled something, then those with the smallest
     * hashes, until there are enough passages or no more.
     */
    List<List<Passage>> sample(Of round, int passages);

    /** Submissions that staff work on, in a fixed order. */
    List<SubmissionId> withStaff(Of round);
}
