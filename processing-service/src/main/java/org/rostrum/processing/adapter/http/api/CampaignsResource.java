package org.rostrum.processing.adapter.http.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.platform.problem.Problem;
import org.rostrum.processing.adapter.http.CurrentStaff;
import org.rostrum.processing.adapter.http.Refusals;
import org.rostrum.processing.usecase.CaseCursor;
import org.rostrum.processing.usecase.RoundTexts;
import org.rostrum.processing.usecase.SettleFamily;
import org.rostrum.processing.usecase.SettleFamily.Outcome;
import org.rostrum.processing.usecase.Transactions;
import org.rostrum.processing.usecase.ViewCampaign;

/** Campaigns, and decisions about who belongs to one. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"staff", "manager"})
@Tag(name = "Campaigns", description = "Families of submissions of one round that are worded alike.")
public class CampaignsResource {
    private static final int CAMPAIGNS = 200;
    private static final int MEMBERS = 50;

    private final CurrentStaff staff;
    private final ViewCampaign campaigns;
    private final SettleFamily settling;

    CampaignsResource(CurrentStaff staff, Transactions transactions, SettleFamily settling) {
        this.staff = staff;
        this.campaigns = new ViewCampaign(transactions);
        this.settling = settling;
    }

    @GET
    @Path("/campaigns")
    @Operation(summary = "The largest campaigns", description = "At most 200.")
    public CampaignListJson list(@QueryParam("consultation") @Nullable String consultation) {
        var chosen = Optional.ofNullable(consultation).map(String::strip).filter(text -> !text.isEmpty());
        if (chosen.isPresent() && !ConsultationId.isValid(chosen.get())) {
            throw Problem.of(400, "wrong-parameter", "A parameter of the address is wrong")
                    .error("/consultation", "consultation", "This is no id of a consultation.")
                    .next("Correct the address and try again.")
                    .asException();
        }
        return CampaignListJson.of(campaigns.list(chosen.map(ConsultationId::new), CAMPAIGNS));
    }

    @GET
    @Path("/campaigns/{consultation}/{round}/{wording}")
    @Operation(
            summary = "One campaign: its template and what its members say otherwise",
            description = "Any wording of the campaign leads here. Follow `next` with `cursor` for more members.")
    public CampaignJson view(
            @PathParam("consultation") String consultation,
            @PathParam("round") String round,
            @PathParam("wording") String wording,
            @QueryParam("cursor") @Nullable String cursor) {
        if (!ConsultationId.isValid(consultation) || !RoundId.isValid(round)) {
            throw noSuchCampaign();
        }
        var of = new RoundTexts.Of(new ConsultationId(consultation), new RoundId(round));
        return campaigns
                .view(of, wording, CaseCursor.parse(cursor == null ? "" : cursor), MEMBERS)
                .map(CampaignJson::of)
                .orElseThrow(CampaignsResource::noSuchCampaign);
    }

    @POST
    @Path("/cases/{reference}/family")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say whether two submissions belong to one campaign",
            description = "No machine says otherwise afterwards; a person may.")
    public Response settle(@PathParam("reference") String reference, @Nullable FamilyJson family) {
        if (family == null || family.other() == null || family.same() == null) {
            throw Problem.of(422, "wrong-fields", "Some fields are wrong")
                    .error("/other", "other", "The reference of another case, and whether it is the same, are needed.")
                    .kept("Nothing was changed.")
                    .next("Send both fields, other and same.")
                    .asException();
        }
        return switch (settling.settle(known(reference), known(family.other()), family.same(), staff.member())) {
            case Outcome.Settled _ -> Response.noContent().build();
            case Outcome.NoSuchCase _ -> throw Refusals.noSuchCase().asException();
            case Outcome.NotComparable _ ->
                throw refused("not-comparable", "These two cannot be compared", "Take two cases of one round.");
            case Outcome.SameWords _ ->
                throw refused(
                        "same-words", "These two say the same but for names and capitals", "Nothing can part them.");
            case Outcome.Contradicts _ ->
                throw refused(
                        "contradicts-staff",
                        "Somebody said that others of these two campaigns do not belong together",
                        "Decide anew about those first.");
        };
    }

    private static Reference known(String typed) {
        return Reference.parse(typed).orElseThrow(() -> Refusals.noSuchCase().asException());
    }

    private static RuntimeException refused(String type, String title, String next) {
        return Problem.of(409, type, title)
                .kept("Nothing was changed.")
                .next(next)
                .asException();
    }

    private static RuntimeException noSuchCampaign() {
        return Problem.of(404, "no-such-campaign", "There is no such campaign")
                .next("It may have had two members of which one was withdrawn. Ask for the list of campaigns.")
                .asException();
    }
}
