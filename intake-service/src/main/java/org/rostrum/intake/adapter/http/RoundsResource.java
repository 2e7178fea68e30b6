package org.rostrum.intake.adapter.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.RoundId;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.domain.Revision;
import org.rostrum.intake.usecase.ChangeConsultation.Outcome;
import org.rostrum.intake.usecase.ChangeConsultation.Request;
import org.rostrum.intake.usecase.CloseRound;
import org.rostrum.intake.usecase.ExtendRound;
import org.rostrum.intake.usecase.OpenRound;
import org.rostrum.intake.usecase.Revisions;
import org.rostrum.intake.usecase.Revisions.RevisionKey;
import org.rostrum.platform.problem.Problem;

/** What managers do with rounds: open, extend, close; and the audit trail of it. */
@Path("/") // a class of a longer path would hide the other classes' resources below it
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rounds")
@RolesAllowed("manager")
@RunOnVirtualThread
public class RoundsResource {
    private final OpenRound open;
    private final ExtendRound extend;
    private final CloseRound close;
    private final Revisions revisions;

    RoundsResource(OpenRound open, ExtendRound extend, CloseRound close, Revisions revisions) {
        this.open = open;
        this.extend = extend;
        this.close = close;
        this.revisions = revisions;
    }

    @POST
    @Path("api/v1/consultations/{consultation}/rounds/{round}/opening")
    @Operation(
            summary = "Open an announced round now",
            description =
                    "Again for a round that is open: nothing changes. If-Match takes the revision, such as \"7\".")
    public Response open(
            @PathParam("consultation") String consultation,
            @PathParam("round") String round,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityIdentity identity) {
        return change(consultation, round, ifMatch, identity, open::open);
    }

    @POST
    @Path("api/v1/consultations/{consultation}/rounds/{round}/closing")
    @Operation(
            summary = "Close an open round now",
            description = "It closes within two seconds. Again for a closed round: nothing changes.")
    public Response close(
            @PathParam("consultation") String consultation,
            @PathParam("round") String round,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityIdentity identity) {
        return change(consultation, round, ifMatch, identity, close::close);
    }

    @POST
    @Path("api/v1/consultations/{consultation}/rounds/{round}/extension")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Move a round's closing to later, with a published reason",
            description = "{\"closes\":\"2026-09-14\",\"reason\":{\"en\":\"...\"}}; the same again changes nothing.")
    public Response extend(
            @PathParam("consultation") String consultation,
            @PathParam("round") String round,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityIdentity identity,
            byte[] body) {
        var wanted = ExtensionRequest.parse(body);
        return change(
                consultation,
                round,
                ifMatch,
                identity,
                (request, id) -> extend.extend(request, id, wanted.closes(), wanted.reason()));
    }

    private static Response change(
            String consultation,
            String round,
            @Nullable String ifMatch,
            SecurityIdentity identity,
            BiFunction<Request, RoundId, Outcome> verb) {
        var id = Addressed.consultation(consultation);
        if (!RoundId.isValid(round)) {
            throw Words.problem(new Refusal.UnknownRound()).asException();
        }
        var request = new Request(id, Authors.of(identity), ExpectedRevision.parse(ifMatch));
        return DefinitionAnswers.response(
                DefinitionAnswers.definedOrProblem(() -> verb.apply(request, new RoundId(round))));
    }

    @GET
    @Path("api/v1/consultations/{consultation}/revisions")
    @Operation(summary = "The audit trail: who changed what, when; the latest first")
    public Response revisions(@PathParam("consultation") String consultation) {
        ConsultationId id = Addressed.consultation(consultation);
        var trail = DefinitionAnswers.reach(() -> revisions.of(id));
        return uncached(Map.of(
                "consultation",
                id,
                "revisions",
                trail.stream().map(RoundsResource::summary).toList()));
    }

    @GET
    @Path("api/v1/consultations/{consultation}/revisions/{number}")
    @Operation(summary = "One revision with the whole definition that stood from then on")
    public Response revision(@PathParam("consultation") String consultation, @PathParam("number") int number) {
        var key = new RevisionKey(Addressed.consultation(consultation), number);
        return uncached(DefinitionAnswers.reach(() -> revisions.find(key))
                .orElseThrow(() -> Problem.of(404, "unknown-revision", "There is no such revision")
                        .next("GET the list of revisions.")
                        .asException()));
    }

    private static Map<String, Object> summary(Revision revision) {
        var json = new LinkedHashMap<String, Object>();
        json.put("revision", revision.number());
        json.put("at", revision.at());
        json.put("by", revision.by());
        json.put("changes", revision.changes());
        json.put(
                "links",
                Map.of(
                        "self",
                        "/api/v1/consultations/%s/revisions/%d".formatted(revision.consultation(), revision.number())));
        return json;
    }

    private static Response uncached(Object json) {
        return Response.ok(Json.write(json))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
