package org.rostrum.intake.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Where a login ends. Opened in another tab it lets somebody whose session ended log in again and then send the form that
 * still stands in the first tab.
 */
@Path("/login")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class LoginResource {
    /** A path of ours and nothing else, so that the login leads nobody astray. */
    private static final Pattern OWN_PATH = Pattern.compile("/[A-Za-z0-9][A-Za-z0-9/_?=&.~-]*");

    @GET
    @Operation(hidden = true)
    public Response login(
            @QueryParam("to") @Nullable String to, @Context HttpHeaders headers, @Context SecurityContext security) {
        if (to != null && OWN_PATH.matcher(to).matches()) {
            return Response.seeOther(URI.create(to)).build();
        }
        var language = PageLanguage.chosen(null, headers);
        var page = new Templates.loggedIn(language, List.of(), security.isUserInRole("member"));
        return PageResponses.privately(language, page, 200).build();
    }
}
