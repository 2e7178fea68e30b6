package org.rostrum.publishing.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.platform.objectstore.Sha256;
import org.rostrum.platform.problem.Problem;
import org.rostrum.publishing.domain.ConsultationRecord;
import org.rostrum.publishing.domain.Position;
import org.rostrum.publishing.domain.PublicRecord;
import org.rostrum.publishing.domain.PublishedContribution;
import org.rostrum.publishing.domain.SitePath;
import org.rostrum.publishing.domain.Standing;
import org.rostrum.publishing.usecase.LivingRecord;
import org.rostrum.publishing.usecase.Readiness;

/** The public record for programs. */
@Path("/api/v1/consultations")
@RunOnVirtualThread
public class ApiResource {
    private static final int MAX_LIMIT = 100;
    private static final String CACHE = "public, max-age=2, must-revalidate";

    private final LivingRecord record;
    private final Readiness readiness;
    private final PublicAddress address;

    ApiResource(LivingRecord record, Readiness readiness, PublicAddress address) {
        this.record = record;
        this.readiness = readiness;
        this.address = address;
    }

    @GET
    @Operation(summary = "All consultations")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ApiViews.ConsultationList.class)))
    public Response consultations(@Context Request request) {
        requireReady();
        var list = record.read(r -> r.consultations().stream()
                .flatMap(consultation -> summary(consultation).stream())
                .toList());
        return answer(new ApiViews.ConsultationList(list), request).build();
    }

    private Optional<ApiViews.ConsultationSummary> summary(ConsultationRecord consultation) {
        return consultation
                .definition()
                .map(definition -> new ApiViews.ConsultationSummary(
                        consultation.id().value(),
                        definition,
                        consultation.contributions().size(),
                        address.of(SitePath.consultation(consultation.id())),
                        address.of(SitePath.jsonFeed(consultation.id()))));
    }

    @GET
    @Path("{id}/contributions")
    @Operation(
            summary = "The contributions of a consultation, newest first",
            description = "A Link header (RFC 8288) leads to the next page. Pages do not shift when new ones arrive.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ApiViews.ContributionPage.class)))
    @APIResponse(responseCode = "400", description = "The cursor or the limit is not valid")
    @APIResponse(responseCode = "404", description = "There is no such consultation")
    public Response contributions(
            @PathParam("id") String id,
            @Parameter(description = "Opaque; from the answer before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "1 to 100") @QueryParam("limit") @DefaultValue("50") String limit,
            @Context Request request) {
        int size = limit(limit);
        var before = Optional.ofNullable(cursor).map(ApiResource::position);
        var found =
                consultation(id, consultation -> consultation.contributions().before(before, size + 1));
        var shown = found.subList(0, Math.min(size, found.size()));
        var next = found.size() > size ? Cursor.of(shown.getLast().position()) : null;
        var page = new ApiViews.ContributionPage(shown.stream().map(this::view).toList(), next);
        var response = answer(page, request);
        if (next != null) {
            var target = address.of(SitePath.HOME) + "api/v1/consultations/" + id + "/contributions?limit=" + size
                    + "&cursor=" + next;
            response.header(HttpHeaders.LINK, "<" + target + ">; rel=\"next\"");
        }
        return response.build();
    }

    @GET
    @Path("{id}/contributions/{reference}")
    @Operation(summary = "One contribution")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ApiViews.Contribution.class)))
    @APIResponse(responseCode = "404", description = "There is no such contribution")
    @APIResponse(responseCode = "410", description = "It was public and is not any more")
    public Response contribution(
            @PathParam("id") String id, @PathParam("reference") String reference, @Context Request request) {
        requireReady();
        var standing = Reference.parse(reference).flatMap(parsed -> record.read(r -> standing(r, id, parsed)));
        return switch (standing.orElseThrow(ApiResource::notFound)) {
            case Standing.Shown shown ->
                answer(view(shown.contribution()), request).build();
            case Standing.Gone ignored -> throw gone();
            case Standing.Hidden ignored -> throw notFound();
        };
    }

    private static Optional<Standing> standing(PublicRecord record, String id, Reference reference) {
        var isDefined = ConsultationId.isValid(id)
                && record.find(new ConsultationId(id))
                        .flatMap(ConsultationRecord::definition)
                        .isPresent();
        return record.submission(reference)
                .flatMap(record::standing)
                .filter(standing ->
                        isDefined && consultationOf(standing).value().equals(id));
    }

    private static ConsultationId consultationOf(Standing standing) {
        return switch (standing) {
            case Standing.Shown shown -> shown.contribution().content().consultation();
            case Standing.Gone gone -> gone.consultation();
            case Standing.Hidden hidden -> hidden.consultation();
        };
    }

    @GET
    @Path("{id}/accounting")
    @Operation(summary = "What became of everything that was received, per round")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ApiViews.AccountingList.class)))
    @APIResponse(responseCode = "404", description = "There is no such consultation")
    public Response accounting(@PathParam("id") String id, @Context Request request) {
        var accounting = consultation(id, ApiResource::accounting);
        return answer(accounting, request).build();
    }

    private static ApiViews.AccountingList accounting(ConsultationRecord consultation) {
        var rounds = consultation.definition().orElseThrow().rounds().stream()
                .map(round -> accounting(consultation, round.id()))
                .toList();
        return new ApiViews.AccountingList(consultation.id().value(), consultation.changedAt(), rounds);
    }

    private static ApiViews.RoundAccounting accounting(ConsultationRecord consultation, RoundId round) {
        var a = consultation.accounting(round);
        return new ApiViews.RoundAccounting(
                round.value(),
                a.received(),
                a.published(),
                a.withheld(),
                a.confidential(),
                a.duplicate(),
                a.quarantined(),
                a.parked(),
                a.withdrawn(),
                a.erased(),
                a.inFlight(),
                a.balances());
    }

    private ApiViews.Contribution view(PublishedContribution contribution) {
        var content = contribution.content();
        return ApiViews.Contribution.of(
                content,
                contribution.replaces(),
                contribution.clearedAt(),
                address.of(SitePath.contribution(content.consultation(), content.reference())));
    }

    private <T> T consultation(String id, Function<ConsultationRecord, T> question) {
        requireReady();
        if (!ConsultationId.isValid(id)) {
            throw notFound();
        }
        return record.read(r -> r.find(new ConsultationId(id))
                        .filter(found -> found.definition().isPresent())
                        .map(question))
                .orElseThrow(ApiResource::notFound);
    }

    private static int limit(String text) {
        if (text.matches("[0-9]{1,3}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        }
        throw badRequest("/limit", "limit", "Give a number from 1 to 100.");
    }

    private static Position position(String cursor) {
        return Cursor.parse(cursor)
                .orElseThrow(() -> badRequest(
                        "/cursor", "cursor", "Take it from the answer before, or leave it out to begin anew."));
    }

    private static RuntimeException badRequest(String pointer, String field, String detail) {
        return Problem.of(400, "wrong-fields", "Some fields are wrong")
                .next("Correct every field that is listed and send it again.")
                .error(pointer, field, detail)
                .asException();
    }

    private static RuntimeException notFound() {
        return Problem.of(404, "not-found", "There is nothing at this address")
                .next("Check the address; the API's description is at /openapi.")
                .asException();
    }

    private static RuntimeException gone() {
        return Problem.of(410, "no-longer-public", "This contribution is no longer public")
                .detail("It may have been withdrawn, replaced or taken down. It is still counted.")
                .next("If it is yours, the page where you follow your submission says why.")
                .asException();
    }

    private void requireReady() {
        if (!readiness.isCaughtUp()) {
            throw Problem.of(503, "not-yet", "Not available at this moment")
                    .detail("The record is being read.")
                    .next("Try again in a few seconds.")
                    .asException()
                    .retryAfter(Duration.ofSeconds(2));
        }
    }

    private static Response.ResponseBuilder answer(Object view, Request request) {
        var bytes = Json.write(view);
        var tag = new EntityTag(Sha256.of(bytes).hex());
        var unchanged = request.evaluatePreconditions(tag);
        var response = unchanged == null
                ? Response.ok(bytes, MediaType.APPLICATION_JSON_TYPE).tag(tag)
                : unchanged;
        return response.header(HttpHeaders.CACHE_CONTROL, CACHE);
    }
}
