package org.rostrum.platform.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.rostrum.platform.problem.Problem;

/** A page that fails, and one that brings its own policy. */
@Path("/pages")
public class SamplePages {

    @GET
    @Path("failing")
    public Response fail() {
        throw Problem.of(404, "no-such-page", "There is no such <page>").asException();
    }

    @GET
    @Path("own-policy")
    public Response ownPolicy() {
        return Response.ok("x")
                .header("Content-Security-Policy", "sandbox")
                .header("Server", "boast")
                .build();
    }
}
