package org.rostrum.intake.adapter.http;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Programs bring bearer tokens; people log in, to manage and to answer members' rounds. It is asked only when somebody's
 * identity matters, which in a public round it never does.
 */
@ApplicationScoped
class Tenants implements TenantResolver {
    private static final String PEOPLE = "people";
    private static final Pattern WITH_LOGIN =
            Pattern.compile("/(?:manage(?:/.*)?|login|logout|consultations/[^/]+/respond|drafts/.+)/?");

    @Override
    public @Nullable String resolve(RoutingContext request) {
        return WITH_LOGIN.matcher(request.normalizedPath()).matches() ? PEOPLE : null;
    }
}
