package org.rostrum.intake.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.net.URI;
import java.time.Clock;
import java.util.List;
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
import org.rostrum.intake.usecase.Attachments.Upload;

/** Submissions by API: send one, see how far it has come. */
@Path("/")
@Tag(name = "Submissions")
@RunOnVirtualThread
public class SubmissionsResource {
    private final Addressed addressed;
    private final Sendings sendings;
    private final FollowedSubmissions submissions;
    private final StatusJson statuses;
    private final CallerRole caller;
    private final Screenings screenings;
    private final Clock clock;

    SubmissionsResource(
            Addressed addressed,
            Sendings sendings,
            FollowedSubmissions submissions,
            StatusJson statuses,
            CallerRole caller,
            Screenings screenings,
            Clock clock) {
        this.addressed = addressed;
        this.sendings = sendings;
        this.submissions = submissions;
        this.statuses = statuses;
        this.caller = caller;
        this.screenings = screenings;
        this.clock = clock;
    }

    @POST
    @Path("api/v1/consultations/{consultation}/rounds/{round}/submissions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Send a submission",
            description =
                    "201 only after the submission is stored and recorded; 200 with the same receipt if the same was"
                            + " sent before under the same key. Repeating a request with the same key is always safe.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SubmissionSchema.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Receipt.class)))
    public Response send(
            @PathParam("consultation") String consultation,
            @PathParam("round") String round,
            @Parameter(description = "8 to 200 visible ASCII characters of your own making, such as uuidgen prints")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        return send(consultation, round, key, headers, body.readAllBytes(), List.of());
    }

    @POST
    @Path("api/v1/consultations/{consultation}/rounds/{round}/submissions")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Send a submission with attachments", description = """
        Part `submission` holds the JSON, any number of parts `attachment` the files:
        `curl -H "Idempotency-Key: $(uuidgen)" -F 'submission=@answer.json;type=application/json' -F attachment=@paper.pdf URL`\
        """)
    public Response sendWithFiles(
            @PathParam("consultation") String consultation,
            @PathParam("round") String round,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context HttpHeaders headers,
            @Context ContainerRequestContext request,
            MultipartFormDataInput form)
            throws IOException {
        var parts = new Parts(form);
        parts.requireOnly("submission", "attachment");
        return send(
                consultation,
                round,
                key,
                headers,
                parts.bytes("submission", BodiesInMemory.room(request)),
                parts.files("attachment"));
    }

    private Response send(
            String consultation,
            String round,
            @Nullable String key,
            HttpHeaders headers,
            byte[] json,
            List<Upload> uploads) {
        var arrivedAt = clock.instant();
        var place = addressed.round(consultation, round);
        var sending = sendings.sending(
                place,
                ApiRequests.requireKey(key),
                ApiRequests.read(json),
                uploads,
                caller.sender(place.audience(), headers),
                Channel.API,
                arrivedAt);
        var acknowledged = sendings.sendOrRefuse(sending, screenings.ofApi(sending, headers));
        return Response.status(acknowledged.repeated() ? 200 : 201)
                .location(URI.create(
                        "/api/v1/submissions/" + acknowledged.receipt().reference()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Json.writeCanonical(acknowledged.receipt()))
                .build();
    }

    @GET
    @Path("api/v1/submissions/{reference}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "See how far a submission has come")
    @APIResponse(responseCode = "404", description = "The reference or the secret is wrong; which of them is not said.")
    public Response status(
            @PathParam("reference") String reference,
            @HeaderParam("Rostrum-Receipt-Secret") @Nullable String header,
            @QueryParam("secret") @Nullable String query) {
        var progress = submissions.require(reference, header == null ? query : header);
        return Response.ok(Json.write(statuses.of(progress)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
