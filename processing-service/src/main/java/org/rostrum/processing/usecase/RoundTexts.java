package org.rostrum.processing.usecase;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.domain.filing.Filing;
import org.rostrum.processing.domain.text.Span;

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

    /**
     * A passage that nobody has settled, of a case that staff work on.
     *
     * @param source ordinal of the source of which it is a span
     * @param language BCP 47, if recognised
     * @param family what its submission was copied from, or with; the submission itself if it is alone
     * @param copies how many submissions that are worded like this one were seen, itself among them
     */
    record Unsettled(
            SubmissionId submission,
            Reference reference,
            int version,
            int ordinal,
            int source,
            Span span,
            @Nullable String language,
            Filing filing,
            String family,
            int copies) {}

    /** Takes a text that filing may learn from. */
    void add(Of round, SubmissionId submission, int version, Source source, Content content);

    /** Every round that texts came for. */
    Set<Of> rounds();

    /**
     * Documents, each as its passages in their order: those in which a person settled something, then those with the smallest
     * hashes, until there are enough passages or no more.
     */
    List<List<Passage>> sample(Of round, int passages);

    /**
     * Passages that staff could settle, in a fixed order: of each wording those of one submission, in documents with the smallest
     * hashes, until there are enough or no more. What a person settled in one copy is settled in all.
     */
    List<Unsettled> unsettled(Of round, int passages);

    /** What each of them says; read one document at a time. */
    List<String> texts(List<Unsettled> passages);

    /**
     * A submission that staff work on.
     *
     * @param isCopy whether all it says is (almost) copied
     * @param filed the same for two of the same words whose passages stand under the same items for the same reasons
     */
    record WithStaff(SubmissionId submission, boolean isCopy, String filed) {}

    /** Submissions that staff work on, in a fixed order. */
    List<WithStaff> withStaff(Of round);
}
