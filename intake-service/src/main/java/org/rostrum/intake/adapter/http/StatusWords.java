package org.rostrum.intake.adapter.http;

import java.util.Optional;
import org.rostrum.contracts.ProcessingEvent.QuarantinedAttachment;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.intake.domain.SubmissionState;

/** States and reasons in the language of the page; no state is without words. */
final class StatusWords {
    private final StatusMessages messages;
    private final AfterMessages after;
    private final LocalWords words;

    StatusWords(PageLanguage language) {
        this.messages = language.statusMessages();
        this.after = language.afterMessages();
        this.words = language.words();
    }

    /** What a state is called, and what it means to whoever sent the submission. */
    record Wording(String name, String explanation) {}

    Wording of(Optional<SubmissionState> state) {
        return state.map(this::of)
                .orElseGet(() -> new Wording(messages.state_unavailable(), messages.state_unavailable_text()));
    }

    private Wording of(SubmissionState state) {
        return switch (state) {
            case SubmissionState.Received s -> new Wording(messages.state_received(), messages.state_received_text());
            case SubmissionState.Parked s -> new Wording(messages.state_parked(), messages.state_parked_text());
            case SubmissionState.Quarantined s ->
                new Wording(messages.state_quarantined(), messages.state_quarantined_text());
            case SubmissionState.WithStaff s -> new Wording(messages.with_staff(), messages.state_with_staff_text());
            case SubmissionState.Cleared s -> new Wording(messages.state_cleared(), messages.state_cleared_text());
            case SubmissionState.Withheld s -> new Wording(messages.state_withheld(), messages.state_withheld_text());
            case SubmissionState.Published s -> new Wording(messages.published_step(), messages.state_published_text());
            case SubmissionState.Held s -> new Wording(after.state_held(), after.state_held_text());
            case SubmissionState.Withdrawn s -> new Wording(after.withdrawn(), after.state_withdrawn_text());
        };
    }

    /** Which of the steps received, with staff, published it is at; 0 where the steps do not apply. */
    static int step(Optional<SubmissionState> state) {
        return state.map(known -> switch (known) {
                    case SubmissionState.Received s -> 1;
                    case SubmissionState.Parked s -> 1;
                    case SubmissionState.WithStaff s -> 2;
                    case SubmissionState.Cleared s -> 2;
                    case SubmissionState.Quarantined s -> 2;
                    case SubmissionState.Held s -> 2;
                    case SubmissionState.Published s -> 3;
                    case SubmissionState.Withheld s -> 0;
                    case SubmissionState.Withdrawn s -> 0;
                })
                .orElse(0);
    }

    Templates.Unreadable unreadable(QuarantinedAttachment attachment) {
        return new Templates.Unreadable(nameOf(attachment), why(attachment.reason()));
    }

    /** By numbers: what the respondent's files are called is told to nobody by way of the log. */
    private String nameOf(QuarantinedAttachment attachment) {
        var ordinal = words.number(attachment.ordinal());
        var inside = attachment.inside();
        return inside == null
                ? messages.attachment(ordinal)
                : messages.attachment_inside(ordinal, words.number(inside));
    }

    private String why(String code) {
        return QuarantineReason.ofCode(code).map(this::why).orElseGet(messages::quarantine_other);
    }

    private String why(QuarantineReason reason) {
        return switch (reason) {
            case EMPTY_FILE -> messages.quarantine_empty_file();
            case ENCRYPTED -> messages.quarantine_encrypted();
            case CORRUPTED -> messages.quarantine_corrupted();
            case UNSUPPORTED_FORMAT -> messages.quarantine_unsupported_format();
            case TOO_LARGE -> messages.quarantine_too_large();
            case NO_TEXT -> messages.quarantine_no_text();
            case TOOK_TOO_LONG -> messages.quarantine_took_too_long();
            case PARSER_CRASHED -> messages.quarantine_parser_crashed();
            case MALWARE -> messages.quarantine_malware();
            case UNSAFE_PARTS -> messages.quarantine_unsafe_parts();
            case NOT_WHAT_IT_SAYS -> messages.quarantine_not_what_it_says();
        };
    }
}
