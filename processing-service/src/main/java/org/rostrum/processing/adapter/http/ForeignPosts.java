package org.rostrum.processing.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.rostrum.platform.problem.Problem;
import org.rostrum.processing.ProcessingConfig;

/**
 * Refuses changes that another site's page sends with our visitor's session (cross-site request forgery). Browsers say where
 * a request comes from in {@code Sec-Fetch-Site}, older ones in {@code Origin}; neither can be set by a page. The API needs
 * no such guard: it takes no cookies.
 */
@ApplicationScoped
class ForeignPosts {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final String ownOrigin;

    ForeignPosts(ProcessingConfig config) {
        this.ownOrigin = originOf(config.url());
    }

    @ServerRequestFilter(preMatching = true)
    void refuse(ContainerRequestContext request) {
        boolean harmless = READING.contains(request.getMethod())
                || request.getUriInfo().getPath().startsWith("/api/");
        if (!harmless && !isOurOwn(request)) {
            throw Problem.of(403, "foreign-post", "This change did not come from our own page")
                    .kept("Nothing was changed.")
                    .next("Open the dashboard in this browser and try again from there.")
                    .asException();
        }
    }

    private boolean isOurOwn(ContainerRequestContext request) {
        return Optional.ofNullable(request.getHeaderString("Sec-Fetch-Site"))
                .map("same-origin"::equals)
                .orElseGet(() -> ownOrigin.equals(request.getHeaderString("Origin")));
    }

    private static String originOf(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
