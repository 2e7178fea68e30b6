package org.rostrum.processing.adapter.http.api;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rostrum.processing.adapter.http.LiveChanges;

/** The stream of changes for programs. */
@Path("/api/v1/events")
@RolesAllowed({"staff", "manager"})
@Tag(name = "Cases")
public class EventsResource {
    private final LiveChanges changes;

    EventsResource(LiveChanges changes) {
        this.changes = changes;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Changes of cases as they happen",
            description = "Server-sent events: `case-changed` with reference, state and revision; `heartbeat` every 15"
                    + " seconds. From now on: read the list of cases after connecting.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = LiveChanges.ChangeJson.class)))
    public Multi<OutboundSseEvent> stream(@Context Sse sse) {
        return changes.stream(sse);
    }
}
