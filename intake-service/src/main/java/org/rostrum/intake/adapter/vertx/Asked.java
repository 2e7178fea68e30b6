package org.rostrum.intake.adapter.vertx;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants, as far as its head tells.
 *
 * @param consultation the one in the path, if any
 * @param key its Idempotency-Key, if any
 * @param guessable whether it names something that only its owner knows
 * @param beginsUpload whether it asks for room in the store
 */
record Asked(Kind kind, Optional<String> consultation, Optional<String> key, boolean guessable, boolean beginsUpload) {
    /** Bodies up to this size are taken in before a place is asked for, so that no slow line holds one. */
    static final int SMALL = 64 * 1024;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Pattern CONSULTATION =
            Pattern.compile("^(?:/api/v1)?/consultations/([a-z0-9-]{1,100})(?:/|$)");
    private static final Pattern SECRETS = Pattern.compile(
            "^(?:/api/v1)?/(?:submissions|drafts|uploads|disputes|batches)(?:/|$)|/(?:drafts|uploads)/");
    private static final Pattern FINISHING =
            Pattern.compile("/(?:respond|drafts|uploads|amend|withdraw|withdrawal|dispute|versions)(?:/|$)");

    private static final Pattern BEGINNING = Pattern.compile("/uploads/?$");
    private static final Pattern PARAMETERS = Pattern.compile(";[^/]*+");

    /** How a request is treated. */
    enum Kind {
        /** Health, static files, and managers' pages, which ask for a login: never held up. */
        FREE,
        READING,
        /** Something small to store. */
        SENDING,
        /** The same, from people with a form, or the last step of something begun: places are kept for it. */
        FINISHING,
        /** A long body, which takes its time. */
        UPLOAD
    }

    static Asked by(RoutingContext request) {
        return by(request.request().method(), request.request().headers(), request.normalizedPath());
    }

    /** @param normalized the path as it will be routed: neither dots, nor escapes, nor parameters lead past us */
    static Asked by(HttpMethod method, MultiMap headers, String normalized) {
        var path = PARAMETERS.matcher(normalized).replaceAll("");
        var matcher = CONSULTATION.matcher(path);
        return new Asked(
                kind(method, headers, path),
                matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty(),
                Optional.ofNullable(headers.get("Idempotency-Key")),
                SECRETS.matcher(path).find(),
                method.equals(HttpMethod.POST) && BEGINNING.matcher(path).find());
    }

    private static Kind kind(HttpMethod method, MultiMap headers, String path) {
        if (path.startsWith("/q/") || path.startsWith("/assets/") || path.startsWith("/manage")) {
            return Kind.FREE;
        }
        if (READING.contains(method)) {
            return Kind.READING;
        }
        if (isLong(headers)) {
            return Kind.UPLOAD;
        }
        return FINISHING.matcher(path).find() ? Kind.FINISHING : Kind.SENDING;
    }

    private static boolean isLong(MultiMap headers) {
        return headers.contains(HttpHeaders.TRANSFER_ENCODING) || announced(headers) > SMALL;
    }

    static long announced(MultiMap headers) {
        @Nullable String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    boolean hasBodyToTakeIn() {
        return kind == Kind.SENDING || kind == Kind.FINISHING;
    }
}
