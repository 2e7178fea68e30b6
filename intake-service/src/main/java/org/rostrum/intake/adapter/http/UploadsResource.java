package org.rostrum.intake.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.domain.WrongField;
import org.rostrum.intake.usecase.StagedFiles;
import org.rostrum.intake.usecase.TryAgainLater;
import org.rostrum.intake.usecase.UploadIds;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/** Big files, ahead of the submission that names them: straight into the object store, or through intake. */
@Path("api/v1/consultations/{consultation}/rounds/{round}/uploads")
@Tag(name = "Uploads")
@RunOnVirtualThread
public class UploadsResource {
    private final BegunUploads uploads;
    private final StagedFiles files;
    private final UploadIds ids;
    private final Addressed addressed;
    private final CallerRole caller;
    private final Clock clock;

    UploadsResource(
            BegunUploads uploads,
            StagedFiles files,
            UploadIds ids,
            Addressed addressed,
            CallerRole caller,
            Clock clock) {
        this.uploads = uploads;
        this.files = files;
        this.ids = ids;
        this.addressed = addressed;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Begin an upload straight into the object store", description = """
        Send the bytes to `url` with `method` and exactly these `headers`; then send the submission with this upload's id
        in `uploads`. The address takes only what was announced: that size, that media type, and that SHA-256 if one was
        given. An upload begun while the round is open may be finished within the round's grace.\
        """)
    @RequestBody(content = @Content(schema = @Schema(implementation = UploadJson.Announcement.class)))
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = BegunUploads.BegunUpload.class)))
    @APIResponse(responseCode = "409", description = "The round takes nothing now; the rule is in the problem.")
    @APIResponse(responseCode = "413", description = "The file is larger than one attachment may be.")
    public Response begin(
            @PathParam("consultation") String consultation,
            @PathParam("round") String round,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        var now = clock.instant();
        var place = addressed.round(consultation, round);
        var sender = caller.sender(place.audience(), headers);
        return uploads.begin(place.consultation(), place.round(), body.readAllBytes(), sender, now);
    }

    @PUT
    @Path("{upload}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Send the bytes of an upload through intake",
            description = "For clients that cannot reach the object store. What was announced is checked here, too.")
    @APIResponse(responseCode = "204", description = "The file is here; sending it again changes nothing.")
    @APIResponse(responseCode = "422", description = "It is not what was announced; nothing of it was kept.")
    public Response send(
            @PathParam("consultation") String consultation,
            @PathParam("round") String round,
            @PathParam("upload") String id,
            InputStream body)
            throws IOException {
        var upload = upload(consultation, round, id);
        try {
            return switch (files.receive(upload.place(), body)) {
                case StagedFiles.Staged staged -> Response.noContent().build();
                case StagedFiles.Unknown unknown -> throw refused(new WrongField.UnknownUpload());
                case StagedFiles.NotArrived notArrived -> throw refused(new WrongField.UploadNotArrived());
                case StagedFiles.NotAsAnnounced other -> throw refused(new WrongField.NotAsAnnounced(other.what()));
                case StagedFiles.TooLarge large -> throw refused(new WrongField.NotAsAnnounced("size"));
                case StagedFiles.Empty empty -> throw refused(new WrongField.NotAsAnnounced("size"));
            };
        } catch (ObjectStoreUnavailable e) {
            throw Sendings.unavailable(new TryAgainLater(TryAgainLater.Kept.NOTHING, e));
        }
    }

    @DELETE
    @Path("{upload}")
    @Operation(
            summary = "Give up an upload",
            description = "What a submission has claimed stays with it. Files that nobody claims go by themselves.")
    @APIResponse(responseCode = "204")
    public Response giveUp(
            @PathParam("consultation") String consultation,
            @PathParam("round") String round,
            @PathParam("upload") String id) {
        try {
            files.remove(upload(consultation, round, id).place());
            return Response.noContent().build();
        } catch (ObjectStoreUnavailable e) {
            throw Sendings.unavailable(new TryAgainLater(TryAgainLater.Kept.UNKNOWN, e));
        }
    }

    private UploadIds.Upload upload(String consultation, String round, String id) {
        var place = addressed.round(consultation, round);
        return ids.read(place.consultation(), place.round(), id)
                .orElseThrow(() -> refused(new WrongField.UnknownUpload()));
    }

    private static RuntimeException refused(WrongField.Fault fault) {
        return Words.problem(new Refusal.WrongFields(List.of(new WrongField("/upload", fault))))
                .asException();
    }
}
