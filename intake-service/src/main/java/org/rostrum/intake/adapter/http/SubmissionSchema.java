package org.rostrum.intake.adapter.http;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.SubmissionKind;

/** The JSON of a submission, for the API's description only: it is read as a tree, see {@link SubmissionJson}. */
@Schema(name = "Submission", additionalProperties = Schema.False.class)
record SubmissionSchema(
        @Schema(description = "The round's usual kind if left out") @Nullable
        SubmissionKind kind,

        @Nullable Respondent respondent,
        @Nullable String onBehalfOf,

        @Schema(description = "BCP 47", examples = "en") @Nullable
        String language,

        @Nullable String summary,
        @Nullable List<Answer> answers,

        @Schema(description = "What belongs to no item") @Nullable
        String text,

        @Schema(required = true) Publication publication,

        @Schema(required = true, description = "Must be true")
        boolean declaration,

        @Schema(description = "Ids of files that were uploaded ahead, in the order in which they are attached")
        @Nullable
        List<String> uploads) {

    @Schema(name = "Respondent", additionalProperties = Schema.False.class)
    record Respondent(
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String jobTitle,
            @Nullable String organisation,

            @Schema(description = "ISO 3166-1 alpha-2", examples = "CH") @Nullable
            String country,

            @Schema(description = "One of the consultation's groups, in any of its languages") @Nullable
            String stakeholderGroup,

            @Schema(description = "Sealed at once; never published, never in any event or log") @Nullable
            String email) {}

    @Schema(name = "Answer", additionalProperties = Schema.False.class)
    record Answer(
            @Schema(examples = "2.e", required = true) String item,
            @Schema(required = true) String text) {}
}
