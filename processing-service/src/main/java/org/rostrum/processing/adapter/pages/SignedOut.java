package org.rostrum.processing.adapter.pages;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where logging out ends. */
@Path("/signed-out")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class SignedOut {

    @GET
    @Operation(hidden = true)
    public Response show() {
        return Pages.of(200, Templates.signedout()).build();
    }
}
