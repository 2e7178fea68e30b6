package org.rostrum.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The public form of one cleared version: everything that may be shown of it, and nothing else.
 *
 * @param schema {@link #SCHEMA}
 * @param kind what it is to its round
 * @param publication {@link Publication#PUBLIC} or {@link Publication#ANONYMOUS}
 * @param contributor who it is from; for anonymous ones only the stakeholder group
 * @param language main language of its text (BCP 47), if recognised
 * @param receivedAt when it was acknowledged
 * @param passages all its passages in reading order; hidden words are already replaced
 * @param flags late or in grace, if it was
 */
public record PublicContribution(
        String schema,
        SubmissionId submission,
        Reference reference,
        int version,
        ConsultationId consultation,
        RoundId round,
        SubmissionKind kind,
        Publication publication,
        Contributor contributor,
        @Nullable String language,
        Instant receivedAt,
        @Nullable String summary,
        List<PublicPassage> passages,
        List<SubmissionFlag> flags) {

    public static final String SCHEMA = "https://rostrum.example/schema/public-contribution/v1";

    public PublicContribution {
        passages = Absent.list(passages);
        flags = Absent.list(flags);
        if (!flags.stream().allMatch(SubmissionFlag::isPublic)) {
            throw new IllegalArgumentException("what intake suspects of a submission is not for the public");
        }
        if (publication == Publication.CONFIDENTIAL) {
            throw new IllegalArgumentException("a confidential submission has no public form");
        }
        if (publication == Publication.ANONYMOUS && contributor.isIdentified()) {
            throw new IllegalArgumentException("an anonymous contribution names nobody");
        }
    }

    /** Who a contribution is from, as far as it may be known. */
    public record Contributor(
            @Nullable String name,
            @Nullable String jobTitle,
            @Nullable String organisation,
            @Nullable String onBehalfOf,
            @Nullable String country,
            @Nullable String stakeholderGroup) {
        @JsonIgnore
        public boolean isIdentified() {
            return name != null || jobTitle != null || organisation != null || onBehalfOf != null || country != null;
        }
    }

    /**
     * One passage as it may be shown.
     *
     * @param ordinal its place in the contribution, from 1
     * @param items numbers of the items it answers; empty if it answers no question
     * @param basis why it is filed there
     * @param source where it stood
     */
    public record PublicPassage(
            int ordinal,
            String text,
            @Nullable String language,
            List<ItemNumber> items,
            FilingBasis basis,
            Source source) {
        public PublicPassage {
            items = Absent.list(items);
        }
    }

    /**
     * Where a passage stood.
     *
     * @param attachment ordinal of the attachment, from 1; absent for what was typed
     * @param item item of the box it was typed into; absent for free text and attachments
     * @param page page of the attachment, from 1, where the format has pages
     * @param start first character in the source's normalised text (UTF-16 units)
     * @param end one after the last character there
     */
    public record Source(
            @Nullable Integer attachment,
            @Nullable ItemNumber item,
            @Nullable Integer page,
            int start,
            int end) {}
}
