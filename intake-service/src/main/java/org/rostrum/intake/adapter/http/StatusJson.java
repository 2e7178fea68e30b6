package org.rostrum.intake.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rostrum.contracts.ProcessingEvent.QuarantinedAttachment;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.intake.IntakeConfig;
import org.rostrum.intake.domain.SubmissionState;
import org.rostrum.intake.usecase.FollowSubmission.Progress;

/** A submission's state as the API tells it, and the words that pages share with it. */
@ApplicationScoped
class StatusJson {
    private final String publishingUrl;

    StatusJson(IntakeConfig config) {
        this.publishingUrl = config.publishingUrl();
    }

    /** One state in words. */
    record Told(
            String state,
            String explanation,
            Optional<String> link,
            Optional<String> reason,
            List<QuarantinedAttachment> quarantined) {
        Told(String state, String explanation) {
            this(state, explanation, Optional.empty(), Optional.empty(), List.of());
        }
    }

    Map<String, Object> of(Progress progress) {
        var receipt = progress.receipt();
        var told = told(progress.state());
        var json = new LinkedHashMap<String, Object>();
        json.put("reference", receipt.reference());
        json.put("consultation", receipt.consultation());
        json.put("round", receipt.round());
        json.put("version", receipt.version());
        json.put("receivedAt", receipt.receivedAt());
        json.put("receivedAtLocal", receipt.receivedAtLocal());
        json.put("publication", progress.manifest().publication());
        json.put("state", told.state());
        json.put("explanation", told.explanation());
        told.link().ifPresent(link -> json.put("link", link));
        told.reason().ifPresent(reason -> json.put("reason", reason));
        json.put(
                "quarantinedAttachments",
                told.quarantined().stream().map(StatusJson::quarantined).toList());
        json.put("statusUrl", receipt.statusUrl());
        json.put(
                "flags",
                progress.manifest().flags().stream()
                        .filter(SubmissionFlag::isPublic)
                        .toList());
        json.put("versions", progress.receipts());
        progress.withdrawal().ifPresent(withdrawal -> json.put("withdrawal", withdrawal));
        progress.stillPublic().ifPresent(path -> json.put("stillPublic", publishingUrl + path));
        return json;
    }

    private static Map<String, Object> quarantined(QuarantinedAttachment attachment) {
        var json = new LinkedHashMap<String, Object>();
        json.put("ordinal", attachment.ordinal());
        if (attachment.inside() != null) {
            json.put("inside", attachment.inside());
        }
        json.put("reason", attachment.reason());
        json.put("explanation", why(attachment.reason()));
        return json;
    }

    Told told(Optional<SubmissionState> state) {
        return state.map(this::told)
                .orElseGet(() -> new Told(
                        "unavailable",
                        "Your submission is safe. How far it has come cannot be told right now; look again later."));
    }

    private Told told(SubmissionState state) {
        return switch (state) {
            case SubmissionState.Received s ->
                new Told("received", "It has arrived and is safe. It is being prepared for the staff.");
            case SubmissionState.Parked s ->
                new Told(
                        "parked",
                        "It has arrived and is safe. Preparing it failed, so staff look at it; there is nothing for you to do.",
                        Optional.empty(),
                        Optional.of(s.reason()),
                        List.of());
            case SubmissionState.Quarantined s ->
                new Told(
                        "quarantined",
                        "It has arrived and is safe, but none of its files could be read. Staff see it.",
                        Optional.empty(),
                        Optional.empty(),
                        s.attachments());
            case SubmissionState.WithStaff s ->
                new Told(
                        "with-staff",
                        "Staff have it and will decide about publication.",
                        Optional.empty(),
                        Optional.empty(),
                        s.quarantined());
            case SubmissionState.Cleared s ->
                new Told("cleared", "Staff have cleared it; it is about to be published.");
            case SubmissionState.Withheld s ->
                new Told(
                        "withheld",
                        "Staff decided not to publish it. It stays in the record.",
                        Optional.empty(),
                        Optional.of(s.reason()),
                        List.of());
            case SubmissionState.Held s ->
                new Told(
                        "held",
                        "Somebody who got a mail about it says that they did not send it. It is held until staff have settled that.");
            case SubmissionState.Withdrawn s ->
                new Told("withdrawn", "You took it back. Nothing of it is published; it stays in the record.");
            case SubmissionState.Published s ->
                new Told(
                        "published",
                        "It is on the public site.",
                        Optional.of(publishingUrl + s.path()),
                        Optional.empty(),
                        List.of());
        };
    }

    /** Why an attachment could not be read, for its sender. */
    static String why(String code) {
        return QuarantineReason.ofCode(code)
                .map(QuarantineReason::sentence)
                .orElse("The file could not be read. Please send it as plain text or as a simpler document.");
    }
}
