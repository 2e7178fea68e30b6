package org.rostrum.processing.adapter.http.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.KebabCase;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.casework.StaffMember;
import org.rostrum.processing.domain.casework.Stage;
import org.rostrum.processing.domain.content.AttachmentOutcome;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.content.Origin;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.domain.flags.Flag;
import org.rostrum.processing.usecase.CaseView;

@Schema(
        name = "Case",
        description = "A case with everything that staff may see of it. Personal data: handle with care.")
public record CaseJson(
        String reference,
        String submission,
        String consultation,
        String round,
        int version,
        int revision,
        String state,
        String kind,
        String publication,
        Instant receivedAt,
        @Nullable String language,
        @Nullable RespondentJson respondent,
        @Nullable String onBehalfOf,
        @Nullable String summary,

        @Schema(description = "The original texts, normalised; offsets of passages refer to them")
        List<SourceJson> sources,

        @Schema(description = "All passages in reading order")
        List<PassageJson> passages,

        @Schema(description = "Passages by item in printed order, then `item` absent for \"answers no question\"")
        List<GroupJson> byItem,

        List<AttachmentJson> attachments,

        @Schema(description = "What intake noticed: late, in-grace, trap-filled, too-fast, flood")
        List<String> flags,

        @Schema(description = "What a person must look at before it goes public")
        List<FindingJson> findings,

        @Schema(description = "Kinds of findings that would go public if it were cleared now: name them in `seen`")
        List<String> exposed,

        @Schema(description = "When its authorship was disputed; absent unless that is open: it cannot be cleared")
        @Nullable
        Instant disputedAt,

        @Schema(description = "When the respondent withdrew it; nothing of what it said is shown any more") @Nullable
        Instant withdrawnAt,

        @Schema(description = "What changed since the version that is public, else since the one before") @Nullable
        ChangesJson changes,

        @Schema(description = "Its campaign and what may be of it; absent for one that stands alone") @Nullable
        KinJson kin,

        @Schema(description = "The clearance that holds, of this version or of an earlier one, if one does") @Nullable
        ClearanceJson clearance,

        @Schema(description = "Path of its page on the public site, once published") @Nullable
        String publishedPath,

        @Schema(description = "Why it was withheld, parked, or refused by publishing") @Nullable
        String reason,

        List<HistoryJson> history) {

    @Schema(name = "Finding")
    public record FindingJson(
            @Schema(
                    description = "email, telephone, postal-address, bank-account, payment-card, identity-number,"
                            + " ip-address, person-name, profanity, threat or hidden-characters")
            String kind,

            @Schema(description = "Ordinal of the source; 0 for the summary")
            int source,

            @Schema(description = "First character in that text (UTF-16 units)")
            int start,

            @Schema(description = "One after the last") int end) {
        static FindingJson of(Flag flag) {
            return new FindingJson(
                    KebabCase.of(flag.kind()),
                    flag.source(),
                    flag.span().start(),
                    flag.span().end());
        }
    }

    @Schema(name = "Respondent")
    public record RespondentJson(
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String jobTitle,
            @Nullable String organisation,
            @Nullable String country,
            @Nullable String stakeholderGroup) {}

    @Schema(name = "Source")
    public record SourceJson(
            int ordinal,

            @Schema(description = "box, free-text or attachment")
            String kind,

            @Schema(description = "Item of the box") @Nullable
            String item,

            @Schema(description = "Ordinal of the attachment") @Nullable
            Integer attachment,

            @Nullable String language,
            String text) {}

    @Schema(name = "Place")
    public record PlaceJson(
            @Schema(description = "The sheet, or the file in the file, if it is not the file itself") @Nullable
            String part,

            @Schema(description = "From 1, if the format has pages") @Nullable
            Integer page,

            @Schema(description = "What number counts: lines, paragraphs or rows; of the page, if there are pages")
            String unit,

            @Schema(description = "From 1, if known") @Nullable
            Integer number) {}

    @Schema(name = "Passage")
    public record PassageJson(
            @Schema(description = "For moves") String id,
            int ordinal,

            @Schema(description = "Ordinal of its source") int source,

            @Schema(description = "First character in the source's text (UTF-16 units)")
            int start,

            @Schema(description = "One after the last") int end,
            @Nullable Integer page,

            @Schema(description = "Where it begins in the file that it came from; absent for what was typed") @Nullable
            PlaceJson place,

            @Nullable String language,
            String text,

            @Schema(description = "Printed numbers of the items it answers; empty: answers no question")
            List<String> items,

            @Schema(description = "0 to 1") double confidence,

            @Schema(description = "box, heading, order, content or staff")
            String basis,

            @Schema(description = "A person decided") boolean confirmed,

            @Schema(
                    description =
                            "The earlier version in which that person saw the same words; absent if it was this one")
            @Nullable
            Integer carriedFrom,

            @Schema(description = "Other items, best first") List<CandidateJson> runnersUp) {}

    @Schema(name = "Candidate")
    public record CandidateJson(String item, double confidence) {}

    @Schema(name = "PassagesOfItem")
    public record GroupJson(
            @Nullable String item,
            @Nullable String title,
            @Schema(description = "Ids of passages") List<String> passages) {}

    @Schema(name = "Attachment")
    public record AttachmentJson(
            int ordinal,
            String fileName,
            String mediaType,
            long size,
            String sha256,

            @Schema(description = "read or quarantined") String outcome,

            @Schema(description = "Why it is in quarantine, as a code") @Nullable
            String reason,

            @Schema(description = "The same for the respondent to read") @Nullable
            String explanation,

            List<String> warnings,

            @Schema(description = "The same by kind: hidden-text, tracked-deletion, unread-part, ocr ...")
            List<FileFlagJson> flags,

            @Schema(description = "Files in it that could not be read; the respondent is told of them by number")
            List<UnreadFileJson> unread) {}

    @Schema(name = "UnreadFile")
    public record UnreadFileJson(
            @Schema(description = "Which of the files in the attachment, from 1")
            int number,

            String name,

            @Schema(description = "Why, as a code") String reason,

            @Schema(description = "The same for the respondent to read")
            String explanation) {}

    @Schema(name = "FileFlag")
    public record FileFlagJson(
            String kind,
            int count,

            @Schema(description = "Where or how much, in a few words; may be empty")
            String detail) {}

    @Schema(name = "Clearance")
    public record ClearanceJson(
            int version,

            @Schema(description = "Fingerprint of the public form")
            String sha256,

            String clearedBy,
            Instant clearedAt,

            @Schema(description = "A passage was moved since: clear again to publish the change")
            boolean changedSince) {}

    @Schema(name = "HistoryEntry")
    public record HistoryJson(
            Instant at, String what, int version, @Nullable String by, Map<String, String> details) {}

    /** Leaves everything personal out of logs. */
    @Override
    public String toString() {
        return "CaseJson[" + reference + "]";
    }

    static CaseJson of(CaseView view) {
        var file = view.file();
        var content = view.content();
        return new CaseJson(
                file.reference().value(),
                file.submission().value(),
                file.consultation().value(),
                file.round().value(),
                file.version(),
                file.revision(),
                KebabCase.of(file.state()),
                KebabCase.of(file.kind()),
                KebabCase.of(file.publication()),
                file.receivedAt(),
                content.map(Content::language).orElse(null),
                content.map(CaseJson::respondent).orElse(null),
                content.map(Content::onBehalfOf).orElse(null),
                content.map(Content::summary).orElse(null),
                content.stream()
                        .flatMap(known -> known.sources().stream())
                        .map(CaseJson::source)
                        .toList(),
                content.stream()
                        .flatMap(known -> known.passages().stream().map(passage -> passage(view, known, passage)))
                        .toList(),
                view.byItem().stream().map(group -> group(view, group)).toList(),
                content.stream()
                        .flatMap(known -> known.attachments().stream())
                        .map(CaseJson::attachment)
                        .toList(),
                file.flags().stream().map(KebabCase::of).toList(),
                view.flags().stream().map(FindingJson::of).toList(),
                view.exposed().stream().sorted().map(KebabCase::of).toList(),
                file.disputedAt(),
                file.stage() instanceof Stage.Withdrawn withdrawn ? withdrawn.withdrawnAt() : null,
                ChangesJson.of(view).orElse(null),
                KinJson.of(view.kinship()),
                clearance(file).orElse(null),
                file.publicPath().orElse(null),
                reason(file.stage()),
                view.history().stream().map(CaseJson::entry).toList());
    }

    private static RespondentJson respondent(Content content) {
        var respondent = content.respondent();
        return new RespondentJson(
                respondent.givenName(),
                respondent.familyName(),
                respondent.jobTitle(),
                respondent.organisation(),
                respondent.country(),
                respondent.stakeholderGroup());
    }

    private static SourceJson source(Source source) {
        int ordinal = source.ordinal();
        return switch (source.origin()) {
            case Origin.Box box ->
                new SourceJson(ordinal, "box", box.item().value(), null, source.language(), source.text());
            case Origin.FreeText _ ->
                new SourceJson(ordinal, "free-text", null, null, source.language(), source.text());
            case Origin.File file ->
                new SourceJson(ordinal, "attachment", null, file.ordinal(), source.language(), source.text());
        };
    }

    private static PassageJson passage(CaseView view, Content content, FiledPassage passage) {
        var filing = passage.filing();
        return new PassageJson(
                id(view, passage),
                passage.ordinal(),
                passage.source(),
                passage.span().start(),
                passage.span().end(),
                passage.page() == 0 ? null : passage.page(),
                place(content.sourceOf(passage), passage),
                passage.language(),
                content.textOf(passage),
                filing.items().stream().map(ItemNumber::value).toList(),
                filing.confidence(),
                KebabCase.of(filing.basis()),
                passage.confirmed(),
                passage.carriedFrom() == 0 ? null : passage.carriedFrom(),
                filing.runnersUp().stream()
                        .map(other -> new CandidateJson(other.item().value(), other.confidence()))
                        .toList());
    }

    private static @Nullable PlaceJson place(Source source, FiledPassage passage) {
        if (source.layout().marks().isEmpty()) {
            return null;
        }
        var place = passage.placeIn(source);
        var part = source.layout().partOf(place);
        return new PlaceJson(
                part.name().isEmpty() ? null : part.name(),
                place.page() == 0 ? null : place.page(),
                KebabCase.of(part.counts()),
                place.number() == 0 ? null : place.number());
    }

    private static String id(CaseView view, FiledPassage passage) {
        return new PassageId(view.file().version(), passage.ordinal()).toString();
    }

    private static GroupJson group(CaseView view, CaseView.Group group) {
        return new GroupJson(
                group.item().map(item -> item.number().value()).orElse(null),
                group.item()
                        .map(item -> Optional.ofNullable(item.shortTitle()).orElse(item.text()))
                        .map(text -> text.in("en"))
                        .orElse(null),
                group.passages().stream().map(passage -> id(view, passage)).toList());
    }

    private static AttachmentJson attachment(AttachmentOutcome attachment) {
        var quarantined = Optional.ofNullable(attachment.quarantined());
        return new AttachmentJson(
                attachment.ordinal(),
                attachment.fileName(),
                attachment.mediaType(),
                attachment.object().size(),
                attachment.object().sha256(),
                quarantined.isPresent() ? "quarantined" : "read",
                quarantined.map(QuarantineReason::code).orElse(null),
                quarantined.map(QuarantineReason::sentence).orElse(null),
                attachment.warnings(),
                attachment.flags().stream()
                        .map(flag -> new FileFlagJson(flag.kind().code(), flag.count(), flag.detail()))
                        .toList(),
                attachment.unread().stream()
                        .map(file -> new UnreadFileJson(
                                file.number(),
                                file.name(),
                                file.reason().code(),
                                file.reason().sentence()))
                        .toList());
    }

    private static Optional<ClearanceJson> clearance(Case file) {
        return file.standing()
                .map(clearance -> new ClearanceJson(
                        clearance.version(),
                        clearance.artefact().sha256(),
                        clearance.clearedBy(),
                        clearance.clearedAt(),
                        clearance.changedSince()));
    }

    private static @Nullable String reason(Stage stage) {
        return switch (stage) {
            case Stage.Withheld withheld -> withheld.reason();
            case Stage.Parked parked -> parked.reason();
            case Stage.Cleared cleared -> cleared.refusal();
            case Stage.Published _,
                    Stage.WithStaff _,
                    Stage.InProcess _,
                    Stage.Confidential _,
                    Stage.Quarantined _,
                    Stage.Withdrawn _ -> null;
            case Stage.Erased erased -> erased.ground();
        };
    }

    private static HistoryJson entry(HistoryEntry entry) {
        return new HistoryJson(
                entry.at(),
                KebabCase.of(entry.what()),
                entry.version(),
                entry.who().map(StaffMember::name).orElse(null),
                entry.details());
    }
}
