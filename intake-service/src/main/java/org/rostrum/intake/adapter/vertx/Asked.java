package org.rostrum.intake.adapter.vertx;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants, as far as its head tells.
 *
 * @param consultation the one in the path, if any
 * @param key its Idempotency-Key, if any
 */
record Asked(Kind kind, Optional<String> consultation, Optional<String> key, boolean guessable) {
    /** Bodies up to this size are taken in before a place is asked for, so that no slow line holds one. */
    static final int SMALL = 64 * 1024;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Pattern CONSULTATION =
            Pattern.compile("^(?:/api/v1)?/consultations/([a-z0-9-]{1,100})(?:/|$)");
    private static final Pattern SECRETS = Pattern.compile(
            "^(?:/api/v1)?/(?:submissions|drafts|uploads|disputes|batches)(?:/|$)|/(?:drafts|uploads)/");
    private static final Pattern FINISHING =
            Pattern.compile("/(?:respond|drafts|uploads|withdrawal|dispute|versions)(?:/|$)");

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

    static Asked by(HttpServerRequest request) {
        var path = Optional.ofNullable(request.path()).orElse("/");
        var matcher = CONSULTATION.matcher(path);
        return new Asked(
                kind(request, path),
                matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty(),
                Optional.ofNullable(request.getHeader("Idempotency-Key")),
                SECRETS.matcher(path).find());
    }

    private static Kind kind(HttpServerRequest request, String path) {
        if (path.startsWith("/q/") || path.startsWith("/assets/") || path.startsWith("/manage")) {
            return Kind.FREE;
        }
        if (READING.contains(request.method())) {
            return Kind.READING;
        }
        if (isLong(request)) {
            return Kind.UPLOAD;
        }
        return FINISHING.matcher(path).find() ? Kind.FINISHING : Kind.SENDING;
    }

    private static boolean isLong(HttpServerRequest request) {
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null || announced(request) > SMALL;
    }

    static long announced(HttpServerRequest request) {
        @Nullable String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    boolean hasBodyToTakeIn() {
        return kind == Kind.SENDING || kind == Kind.FINISHING;
    }
}
