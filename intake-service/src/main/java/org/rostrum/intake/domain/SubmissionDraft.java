package org.rostrum.intake.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sent, by form or API, before anyone looked at it: every part may be absent or wrong. Holds personal data, so
 * {@link #toString} shows nothing.
 *
 * @param kind kind of submission in kebab-case; absent means the round's usual one
 * @param language BCP 47 tag
 * @param publication public, anonymous or confidential
 */
public record SubmissionDraft(
        @Nullable String kind,
        Person respondent,
        @Nullable String onBehalfOf,
        @Nullable String language,
        @Nullable String summary,
        List<Box> answers,
        @Nullable String text,
        @Nullable String publication,
        @Nullable Boolean declaration) {

    public SubmissionDraft {
        answers = List.copyOf(answers);
    }

    /** The sender, in their own words. */
    public record Person(
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String jobTitle,
            @Nullable String organisation,
            @Nullable String country,
            @Nullable String stakeholderGroup,
            @Nullable String email) {
        public static final Person NOBODY = new Person(null, null, null, null, null, null, null);

        @Override
        public String toString() {
            return "Person[not shown]";
        }
    }

    /** What was written for one item. */
    public record Box(@Nullable String item, @Nullable String text) {
        @Override
        public String toString() {
            return "Box[not shown]";
        }
    }

    @Override
    public String toString() {
        return "SubmissionDraft[not shown]";
    }
}
