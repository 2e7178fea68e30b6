package org.rostrum.processing.adapter.http.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.usecase.Campaigns.Campaign;
import org.rostrum.processing.usecase.Kinship;

@Schema(name = "Kin", description = "How a case stands to others of its round.")
public record KinJson(
        CampaignListJson.@Nullable Line campaign,

        @Schema(description = "What stands for the campaign, if it is another case") @Nullable
        Template template,

        @Schema(description = "Cases that may be of the same campaign; people decide")
        List<Doubt> doubts) {

    @Schema(name = "KinTemplate")
    public record Template(
            String reference,

            @Schema(description = "Whether nothing but names and capitals differs")
            boolean sameWords,

            @Schema(description = "What this case says otherwise")
            List<CampaignJson.Deviation> deviations) {}

    @Schema(name = "Doubt")
    public record Doubt(
            String reference,

            @Schema(description = "Share of runs of words in common, 0 to 1")
            double likeness) {}

    static @Nullable KinJson of(Kinship kinship) {
        if (kinship.campaign().isEmpty() && kinship.doubts().isEmpty()) {
            return null;
        }
        return new KinJson(
                kinship.campaign()
                        .map((Campaign found) -> CampaignListJson.Line.of(found))
                        .orElse(null),
                kinship.template()
                        .map(one -> new Template(
                                one.reference().value(),
                                one.sameWords(),
                                one.sameWords() ? List.of() : CampaignJson.deviations(one.differences())))
                        .orElse(null),
                kinship.doubts().stream()
                        .map(doubt -> new Doubt(doubt.reference().value(), doubt.likeness()))
                        .toList());
    }
}
