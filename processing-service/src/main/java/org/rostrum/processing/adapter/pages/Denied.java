package org.rostrum.processing.adapter.pages;

import io.quarkus.security.ForbiddenException;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Somebody logged in who has no role here: say so, and offer the way to log in as somebody else. */
@ApplicationScoped
class Denied {
    private static final int EARLY = Integer.MIN_VALUE + 200;

    void register(@Observes Router router) {
        router.route().order(EARLY).failureHandler(this::failed);
    }

    private void failed(RoutingContext request) {
        if (isDeniedPage(request) && request.user() instanceof QuarkusHttpUser user) {
            var name = CurrentUser.of(user.getSecurityIdentity()).name();
            request.response()
                    .setStatusCode(403)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(Templates.denied(name).render());
        } else {
            request.next();
        }
    }

    private static boolean isDeniedPage(RoutingContext request) {
        return request.failure() instanceof ForbiddenException
                && !request.normalizedPath().startsWith("/api/")
                && !request.response().headWritten();
    }
}
