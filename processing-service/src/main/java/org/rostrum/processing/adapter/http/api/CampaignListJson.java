package org.rostrum.processing.adapter.http.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rostrum.processing.usecase.Campaigns.Campaign;
import org.rostrum.processing.usecase.ViewCampaign.Listing;

@Schema(name = "CampaignList", description = "Campaigns, the largest first.")
public record CampaignListJson(List<Line> campaigns) {

    @Schema(name = "CampaignLine")
    public record Line(
            String consultation,
            String round,

            @Schema(description = "Names the campaign in addresses")
            String wording,

            @Schema(description = "How many submissions it has")
            int members,

            @Schema(description = "How many wordings differ in more than names and capitals")
            int wordings,

            Instant first,
            Instant last) {
        static Line of(Campaign campaign) {
            return new Line(
                    campaign.round().consultation().value(),
                    campaign.round().round().value(),
                    campaign.family(),
                    campaign.members(),
                    campaign.wordings(),
                    campaign.first(),
                    campaign.last());
        }
    }

    static CampaignListJson of(Listing listing) {
        return new CampaignListJson(listing.campaigns().stream().map(Line::of).toList());
    }
}
