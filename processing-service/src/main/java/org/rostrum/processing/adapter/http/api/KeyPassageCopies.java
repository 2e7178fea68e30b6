package org.rostrum.processing.adapter.http.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.rostrum.contracts.Json;
import org.rostrum.processing.usecase.KeyPassagesView;
import org.rostrum.processing.usecase.ListKeyPassages;

/** Copies of key passages for staff at their browser, which brings the session's cookie and no token. */
@Path("/key-passages/{consultation}/{round}/{item}/copies")
@RolesAllowed({"staff", "manager"})
public class KeyPassageCopies {
    private final ListKeyPassages listing;

    KeyPassageCopies(ListKeyPassages listing) {
        this.listing = listing;
    }

    @GET
    @Path("/quotes.csv")
    @Produces("text/csv")
    @Operation(hidden = true)
    public Response csv(
            @PathParam("consultation") String consultation,
            @PathParam("round") String round,
            @PathParam("item") String item) {
        var view = KeyPassagesResource.view(listing, consultation, round, item);
        return copy(view, "csv", "text/csv;charset=UTF-8", KeyPassagesCsv.of(view));
    }

    @GET
    @Path("/key-passages.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response json(
            @PathParam("consultation") String consultation,
            @PathParam("round") String round,
            @PathParam("item") String item) {
        var view = KeyPassagesResource.view(listing, consultation, round, item);
        return copy(view, "json", MediaType.APPLICATION_JSON, Json.write(KeyPassagesJson.of(view)));
    }

    private static Response copy(KeyPassagesView view, String ending, String type, Object content) {
        var name = "staff-only-key-passages-%s-%s.%s"
                .formatted(view.of().round(), view.item().number(), ending);
        return Response.ok(content)
                .type(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
