package org.rostrum.intake.adapter.http;

import org.rostrum.contracts.ProcessingEvent.QuarantinedAttachment;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.intake.adapter.http.StatusJson.Told;

/** States and reasons in the language of the page. One that has no words here yet is told as the API tells it. */
final class StatusWords {
    private final Messages messages;
    private final AfterMessages after;

    StatusWords(PageLanguage language) {
        this.messages = language.messages();
        this.after = language.afterMessages();
    }

    String name(Told told) {
        return switch (told.state()) {
            case "received" -> messages.state_received();
            case "parked" -> messages.state_parked();
            case "quarantined" -> messages.state_quarantined();
            case "with-staff" -> messages.with_staff();
            case "cleared" -> messages.state_cleared();
            case "withheld" -> messages.state_withheld();
            case "published" -> messages.published_step();
            case "held" -> after.state_held();
            case "withdrawn" -> after.withdrawn();
            case "unavailable" -> messages.state_unavailable();
            default -> told.state();
        };
    }

    String explanation(Told told) {
        return switch (told.state()) {
            case "received" -> messages.state_received_text();
            case "parked" -> messages.state_parked_text();
            case "quarantined" -> messages.state_quarantined_text();
            case "with-staff" -> messages.state_with_staff_text();
            case "cleared" -> messages.state_cleared_text();
            case "withheld" -> messages.state_withheld_text();
            case "published" -> messages.state_published_text();
            case "held" -> after.state_held_text();
            case "withdrawn" -> after.state_withdrawn_text();
            case "unavailable" -> messages.state_unavailable_text();
            default -> told.explanation();
        };
    }

    Templates.Unreadable unreadable(QuarantinedAttachment attachment) {
        return new Templates.Unreadable(String.valueOf(attachment.ordinal()), why(attachment.reason()));
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
        };
    }
}
