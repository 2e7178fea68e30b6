package org.rostrum.platform.security;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts the security headers on every response: pages, API, static files and errors. A resource that sets one of them itself
 * keeps its own value.
 */
@ApplicationScoped
class SecurityHeaders {
    private static final int BEFORE_ALL = Integer.MIN_VALUE;

    private final Map<String, String> headers;

    SecurityHeaders(SecurityHeadersConfig config) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "Content-Security-Policy",
                contentSecurityPolicy(
                        config.formAction().orElse(List.of()), config.connect().orElse(List.of())));
        all.put("X-Content-Type-Options", "nosniff");
        // Not no-referrer: with it browsers send "Origin: null" on form posts, and our own posts look foreign.
        all.put("Referrer-Policy", "same-origin");
        all.put(
                "Permissions-Policy",
                "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");
        all.put("Cross-Origin-Opener-Policy", "same-origin");
        all.put("Cross-Origin-Resource-Policy", config.crossOriginResourcePolicy());
        config.strictTransportSecurity().ifPresent(value -> all.put("Strict-Transport-Security", value));
        this.headers = Map.copyOf(all);
    }

    static String contentSecurityPolicy(List<String> formAction, List<String> connect) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "font-src 'self'",
                "connect-src " + ownAnd(connect),
                "form-action " + ownAnd(formAction),
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }

    private static String ownAnd(List<String> others) {
        return Stream.concat(Stream.of("'self'"), others.stream()).collect(Collectors.joining(" "));
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_ALL).handler(this::protect);
    }

    private void protect(RoutingContext request) {
        request.addHeadersEndHandler(ignored -> {
            complete(request.response().headers());
            keepHere(request);
        });
        request.next();
    }

    /**
     * The Host header is the sender's word: no address that we give out rests on it. A path leads back to wherever the sender
     * found us (RFC 9110, 10.2.2).
     */
    private static void keepHere(RoutingContext request) {
        var headers = request.response().headers();
        var location = headers.get("Location");
        var asked = request.request().getHeader("Host");
        if (location != null && asked != null) {
            headers.set("Location", withoutHost(location, asked));
        }
    }

    static String withoutHost(String location, String host) {
        for (var scheme : List.of("http://", "https://")) {
            var start = scheme + host + "/";
            if (location.startsWith(start) && !location.startsWith("/", start.length())) {
                return location.substring(start.length() - 1);
            }
        }
        return location;
    }

    private void complete(MultiMap response) {
        headers.forEach((name, value) -> {
            if (!response.contains(name)) {
                response.set(name, value);
            }
        });
        response.remove("Server");
        response.remove("X-Powered-By");
    }
}
