package org.rostrum.intake.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.SubmissionKind;
import org.rostrum.contracts.SubmissionManifest.Answer;
import org.rostrum.contracts.SubmissionManifest.Respondent;

/** A draft in which every field was found right. */
public record SubmissionContent(
        SubmissionKind kind,
        Respondent respondent,
        @Nullable String email,
        @Nullable String onBehalfOf,
        @Nullable String language,
        Publication publication,
        @Nullable String summary,
        List<Answer> answers,
        @Nullable String text) {

    public SubmissionContent {
        answers = List.copyOf(answers);
    }

    @Override
    public String toString() {
        return "SubmissionContent[not shown]";
    }
}
