package org.rostrum.processing.adapter.http.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rostrum.platform.problem.Problem;
import org.rostrum.processing.adapter.http.CurrentStaff;
import org.rostrum.processing.usecase.ReplaySubmissions;

/** Reading everything again, after the program or its settings have changed. */
@Path("/api/v1/replays")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("manager")
@Tag(name = "Replays", description = "For the role manager.")
public class ReplaysResource {
    private final ReplaySubmissions replays;
    private final CurrentStaff staff;

    ReplaysResource(ReplaySubmissions replays, CurrentStaff staff) {
        this.replays = replays;
        this.staff = staff;
    }

    @POST
    @Operation(
            summary = "Read every submission again from the log and the store",
            description =
                    "What people settled stays as they settled it; what they decided about is only compared. What the"
                            + " database has lost comes back. Look at /api/v1/replays/latest for what it finds.")
    @APIResponse(
            responseCode = "202",
            description = "It has begun",
            content = @Content(schema = @Schema(implementation = ReplayJson.class)))
    public Response begin() {
        if (!replays.begin(staff.member().name())) {
            throw Problem.of(409, "replay-under-way", "A replay is under way")
                    .kept("It goes on.")
                    .next("Follow it at /api/v1/replays/latest; begin another when it is done.")
                    .asException();
        }
        return Response.accepted(latest())
                .header("Location", "/api/v1/replays/latest")
                .build();
    }

    @GET
    @Path("/latest")
    @Operation(summary = "The replay that is under way, or the last one since this process started")
    public ReplayJson latest() {
        return replays.report()
                .map(ReplayJson::of)
                .orElseThrow(() -> Problem.of(404, "no-replay", "There was no replay since this process started")
                        .next("Begin one with POST /api/v1/replays.")
                        .asException());
    }
}
