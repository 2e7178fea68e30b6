package org.rostrum.intake.adapter.vertx;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Accounts by the token that was found good a moment ago, so that a logged-in client is counted by its account and not by its
 * address, and no request waits for a token to be checked before it is counted. Tokens are kept as fingerprints.
 */
final class KnownAccounts {
    private static final int REMEMBERED = 10_000;
    private static final long GOOD_FOR_NANOS = 300_000_000_000L;

    private final Map<String, Seen> accounts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Seen(String account, long at) {}

    /** The account of the token that the request brings, if that was found good lately. */
    Optional<String> of(RoutingContext request, long now) {
        var token = token(request);
        if (token == null) {
            return Optional.empty();
        }
        synchronized (accounts) {
            return Optional.ofNullable(accounts.get(fingerprint(token)))
                    .filter(seen -> now - seen.at() < GOOD_FOR_NANOS)
                    .map(Seen::account);
        }
    }

    /** Notes who it was, once the request is over. */
    void learn(RoutingContext request, long now) {
        var token = token(request);
        if (token != null
                && request.user() instanceof QuarkusHttpUser user
                && !user.getSecurityIdentity().isAnonymous()) {
            var account = user.getSecurityIdentity().getPrincipal().getName();
            synchronized (accounts) {
                accounts.put(fingerprint(token), new Seen("account " + account, now));
            }
        }
    }

    private static @Nullable String token(RoutingContext request) {
        return request.request().getHeader(HttpHeaders.AUTHORIZATION);
    }

    private static String fingerprint(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
