package org.rostrum.processing.adapter.http;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Programs bring bearer tokens to the API; people log in to everything else. */
@ApplicationScoped
class Tenants implements TenantResolver {
    private static final String DASHBOARD = "staff";

    @Override
    public @Nullable String resolve(RoutingContext request) {
        return request.normalizedPath().startsWith("/api/") ? null : DASHBOARD;
    }
}
