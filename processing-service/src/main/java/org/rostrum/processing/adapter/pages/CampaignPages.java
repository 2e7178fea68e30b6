package org.rostrum.processing.adapter.pages;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.RoundId;
import org.rostrum.platform.problem.Problem;
import org.rostrum.processing.usecase.CaseCursor;
import org.rostrum.processing.usecase.RoundTexts;
import org.rostrum.processing.usecase.Transactions;
import org.rostrum.processing.usecase.ViewCampaign;

/** The campaigns, and one with what its members changed. */
@Path("/campaigns")
@RolesAllowed({"staff", "manager"})
@Produces(MediaType.TEXT_HTML)
class CampaignPages {
    private static final int CAMPAIGNS = 200;
    private static final int MEMBERS = 25;

    private final ViewCampaign campaigns;
    private final CurrentUser user;

    CampaignPages(Transactions transactions, CurrentUser user) {
        this.campaigns = new ViewCampaign(transactions);
        this.user = user;
    }

    @GET
    @Operation(hidden = true)
    public Response list(@RestQuery @DefaultValue("") String consultation) {
        var chosen = Optional.of(consultation.strip())
                .filter(ConsultationId::isValid)
                .map(ConsultationId::new);
        var listing = CampaignList.of(chosen, campaigns.list(chosen, CAMPAIGNS));
        return Pages.of(200, Templates.campaigns(listing, user.member().name())).build();
    }

    @GET
    @Path("/{consultation}/{round}/{wording: [0-9a-f]{64}}")
    @Operation(hidden = true)
    public Response show(
            @RestPath String consultation,
            @RestPath String round,
            @RestPath String wording,
            @RestQuery @DefaultValue("") String cursor) {
        if (!ConsultationId.isValid(consultation) || !RoundId.isValid(round)) {
            throw noSuchCampaign();
        }
        var of = new RoundTexts.Of(new ConsultationId(consultation), new RoundId(round));
        var view = campaigns
                .view(of, wording, CaseCursor.parse(cursor), MEMBERS)
                .orElseThrow(CampaignPages::noSuchCampaign);
        return Pages.of(
                        200,
                        Templates.campaign(CampaignSheet.of(view), user.member().name()))
                .build();
    }

    private static RuntimeException noSuchCampaign() {
        return Problem.of(404, "no-such-campaign", "There is no such campaign")
                .next("It may have had two members of which one was withdrawn. See the list of campaigns.")
                .asException();
    }
}
