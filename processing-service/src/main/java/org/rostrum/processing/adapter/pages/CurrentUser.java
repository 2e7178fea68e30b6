package org.rostrum.processing.adapter.pages;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.rostrum.processing.domain.casework.StaffMember;

/** Who is logged in. */
@RequestScoped
class CurrentUser {
    private final SecurityIdentity identity;

    CurrentUser(SecurityIdentity identity) {
        this.identity = identity;
    }

    StaffMember member() {
        return of(identity);
    }

    static StaffMember of(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? new StaffMember(token.getSubject(), name(token))
                : new StaffMember(
                        identity.getPrincipal().getName(),
                        identity.getPrincipal().getName());
    }

    private static String name(JsonWebToken token) {
        return Optional.<Object>ofNullable(token.getClaim("name"))
                .or(() -> Optional.ofNullable(token.getClaim("preferred_username")))
                .map(String::valueOf)
                .orElseGet(token::getSubject);
    }
}
