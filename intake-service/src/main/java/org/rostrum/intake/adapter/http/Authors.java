package org.rostrum.intake.adapter.http;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.rostrum.intake.domain.Author;

/** The account behind a request, as the audit trail records it. */
final class Authors {
    private static final String UNKNOWN = "unknown";

    private Authors() {}

    static Author of(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || token.getSubject() == null) {
            return new Author(UNKNOWN, UNKNOWN);
        }
        return new Author(token.getSubject(), name(token));
    }

    private static String name(JsonWebToken token) {
        String name = token.getClaim("preferred_username");
        return name == null ? token.getSubject() : name;
    }
}
