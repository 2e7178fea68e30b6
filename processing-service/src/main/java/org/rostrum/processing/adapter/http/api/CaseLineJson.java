package org.rostrum.processing.adapter.http.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.KebabCase;
import org.rostrum.processing.domain.casework.Clearance;
import org.rostrum.processing.usecase.CaseSummary;

@Schema(name = "CaseLine", description = "One case in the list of cases.")
public record CaseLineJson(
        @Schema(description = "Reference that a person can read aloud", examples = "7K3QX-9MPAD")
        String reference,

        String consultation,
        String round,

        @Schema(description = "Current version; decisions name it")
        int version,

        @Schema(description = "One more for every change; send it as If-Match to be sure that nobody was faster")
        int revision,

        @Schema(
                description =
                        "in-process, with-staff, cleared, published, withheld, confidential, quarantined, parked or"
                                + " withdrawn")
        String state,

        @Schema(description = "response, comment, proposal or nomination")
        String kind,

        @Schema(description = "public, anonymous or confidential")
        String publication,

        Instant receivedAt,

        @Schema(description = "Organisation, else name, of the respondent; for staff only") @Nullable
        String from,

        @Schema(description = "Main language (BCP 47), if recognised") @Nullable
        String language,

        int passages,

        @Schema(description = "Passages that answer no question")
        int unfiled,

        @Schema(description = "Attachments that could not be read")
        int quarantined,

        @Schema(description = "What intake noticed: late, in-grace, trap-filled, too-fast, flood")
        List<String> flags,

        @Schema(description = "Its authorship is disputed: it cannot be cleared")
        boolean disputed,

        @Schema(description = "A passage was moved after the clearance: clear again to publish the change")
        boolean changedSinceClearance) {

    static CaseLineJson of(CaseSummary summary) {
        var file = summary.file();
        return new CaseLineJson(
                file.reference().value(),
                file.consultation().value(),
                file.round().value(),
                file.version(),
                file.revision(),
                KebabCase.of(file.state()),
                KebabCase.of(file.kind()),
                KebabCase.of(file.publication()),
                file.receivedAt(),
                summary.from(),
                summary.language(),
                summary.passages(),
                summary.unfiled(),
                summary.quarantined(),
                file.flags().stream().map(KebabCase::of).toList(),
                file.isDisputed(),
                file.stage().standing().map(Clearance::changedSince).orElse(false));
    }

    /** Leaves who it is from out of logs. */
    @Override
    public String toString() {
        return "CaseLineJson[" + reference + "]";
    }
}
