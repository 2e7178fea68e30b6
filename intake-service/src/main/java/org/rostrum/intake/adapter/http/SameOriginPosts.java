package org.rostrum.intake.adapter.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.rostrum.intake.IntakeConfig;
import org.rostrum.platform.problem.Problem;

/**
 * Forms are taken only from our own pages (Fetch Metadata; Origin, RFC 6454): another site must not make its visitors send.
 * The API is not concerned: it asks for a header that no foreign form can send.
 */
class SameOriginPosts {
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final String ownOrigin;

    SameOriginPosts(IntakeConfig config) {
        this.ownOrigin = origin(URI.create(config.url()));
    }

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        if ("POST".equals(request.getMethod()) && !path.startsWith("/api/") && isForeign(request)) {
            throw Problem.of(403, "foreign-form", "This form was not sent from our own page")
                    .kept("Nothing was kept.")
                    .next("Open the form on this site and send it from there.")
                    .asException();
        }
    }

    private boolean isForeign(ContainerRequestContext request) {
        var site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return !OWN.contains(site);
        }
        var origin = request.getHeaderString("Origin");
        return origin != null && !origin.equals(ownOrigin) && !isHost(origin, request);
    }

    private static boolean isHost(String origin, ContainerRequestContext request) {
        @Nullable String host = request.getHeaderString(HttpHeaders.HOST);
        return host != null && (origin.equals("http://" + host) || origin.equals("https://" + host));
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getAuthority();
    }
}
