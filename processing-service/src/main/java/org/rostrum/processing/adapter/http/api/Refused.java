package org.rostrum.processing.adapter.http.api;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.rostrum.platform.problem.Problem;

/** Who may not use the API is told so by a problem. Pages never come here: their paths are guarded before. */
class Refused {

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException e) {
        return notLoggedIn("No bearer token came with the request.");
    }

    /** RFC 6750, section 3.1. What exactly is wrong with a token is nobody's business. */
    @ServerExceptionMapper
    Response failed(AuthenticationFailedException e) {
        return notLoggedIn("The bearer token is not valid, not for this API, or has expired.");
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return answer(Problem.of(403, "not-allowed", "You may not do this")
                        .next("Use the token of somebody with role staff or manager."))
                .build();
    }

    private static Response notLoggedIn(String detail) {
        return answer(Problem.of(401, "not-logged-in", "You are not logged in")
                        .detail(detail)
                        .next("Send a valid bearer token for the audience rostrum-api."))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static Response.ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem);
    }
}
