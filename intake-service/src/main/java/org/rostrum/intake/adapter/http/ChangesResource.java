package org.rostrum.intake.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Channel;
import org.rostrum.contracts.Json;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.domain.WithdrawalReceipt;
import org.rostrum.intake.usecase.AmendSubmission.Amended;
import org.rostrum.intake.usecase.AmendSubmission.Amending;
import org.rostrum.intake.usecase.Attachments.Upload;
import org.rostrum.intake.usecase.WithdrawSubmission.Withdrawn;
import org.rostrum.platform.problem.Problem;

/** Changing a submission by API: amend it, take it back, say that it was not yours. */
@Path("/")
@Tag(name = "Submissions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ChangesResource {
    private final Changes changes;
    private final Clock clock;

    ChangesResource(Changes changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    @POST
    @Path("api/v1/submissions/{reference}/versions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Amend a submission",
            description =
                    "The body is the whole new version; earlier versions stay in the record. It may name `uploads` of the"
                            + " same round, as when sending. Possible until the round closes. 200 with the same receipt if the same was sent before under the same key.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SubmissionSchema.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Receipt.class)))
    public Response amend(
            @PathParam("reference") String reference,
            @HeaderParam("Rostrum-Receipt-Secret") @Nullable String secret,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Parameter(description = "SHA-256 of each file of the version before that stays; the receipt names them")
                    @QueryParam("keep")
                    List<String> keep,
            @Parameter(description = "The version that you saw; refused if another stands meanwhile")
                    @QueryParam("base")
                    @Nullable
                    String base,
            InputStream body)
            throws IOException {
        return amend(reference, secret, key, keep, base, body.readAllBytes(), List.of());
    }

    @POST
    @Path("api/v1/submissions/{reference}/versions")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Amend a submission, with attachments",
            description = "Part `submission` holds the JSON, any number of parts `attachment` the files.")
    public Response amendWithFiles(
            @PathParam("reference") String reference,
            @HeaderParam("Rostrum-Receipt-Secret") @Nullable String secret,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @QueryParam("keep") List<String> keep,
            @QueryParam("base") @Nullable String base,
            @Context ContainerRequestContext request,
            MultipartFormDataInput form)
            throws IOException {
        var parts = new Parts(form);
        parts.requireOnly("submission", "attachment");
        return amend(
                reference,
                secret,
                key,
                keep,
                base,
                parts.bytes("submission", BodiesInMemory.room(request)),
                parts.files("attachment"));
    }

    private Response amend(
            String reference,
            @Nullable String secret,
            @Nullable String key,
            List<String> keep,
            @Nullable String base,
            byte[] json,
            List<Upload> uploads) {
        var reading = ApiRequests.read(json);
        Amended amended = changes.amendOrRefuse(new Amending(
                reference,
                secret == null ? "" : secret,
                ApiRequests.requireKey(key),
                reading.draft(),
                reading.wrong(),
                keep,
                uploads,
                reading.uploads(),
                base == null ? null : version(base),
                Channel.API,
                Set.of(),
                clock.instant()));
        return answer(amended.repeated() ? 200 : 201, Json.writeCanonical(amended.receipt()));
    }

    private static int version(String given) {
        if (!given.matches("[0-9]{1,4}")) {
            throw Problem.of(400, "wrong-base", "The parameter base is not the number of a version")
                    .kept("Nothing of this amendment was kept.")
                    .next("Give the version of the receipt that you saw last, or leave base out.")
                    .asException();
        }
        return Integer.parseInt(given);
    }

    @POST
    @Path("api/v1/submissions/{reference}/withdrawal")
    @Operation(
            summary = "Withdraw a submission",
            description = "The whole submission, with all its versions; possible until the round closes. Repeating it"
                    + " gives the same receipt.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WithdrawalReceipt.class)))
    public Response withdraw(
            @PathParam("reference") String reference, @HeaderParam("Rostrum-Receipt-Secret") @Nullable String secret) {
        Withdrawn withdrawn = changes.withdrawOrRefuse(reference, secret == null ? "" : secret, clock.instant());
        return answer(withdrawn.repeated() ? 200 : 201, Json.writeCanonical(withdrawn.receipt()));
    }

    @POST
    @Path("api/v1/submissions/{reference}/dispute")
    @Operation(
            summary = "Say that you did not send a submission",
            description = "With the token of the mail that you got about it. The submission is held until staff have"
                    + " settled that. Nothing of it can be read with this token.")
    public Response dispute(
            @PathParam("reference") String reference, @HeaderParam("Rostrum-Dispute-Token") @Nullable String token) {
        var disputed = changes.dispute(reference, token == null ? "" : token, clock.instant())
                .orElseThrow(() -> Changes.unknownToken().asException());
        var json = new LinkedHashMap<String, Object>();
        json.put("reference", disputed.dispute().reference());
        json.put("disputedAt", disputed.dispute().disputedAt());
        return answer(disputed.repeated() ? 200 : 201, Json.write(json));
    }

    private static Response answer(int status, byte[] json) {
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(json)
                .build();
    }
}
