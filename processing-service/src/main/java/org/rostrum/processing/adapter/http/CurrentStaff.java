package org.rostrum.processing.adapter.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.rostrum.processing.domain.casework.StaffMember;

/** The staff member whose token or session came with the request. */
@RequestScoped
public class CurrentStaff {
    private final SecurityIdentity identity;

    CurrentStaff(SecurityIdentity identity) {
        this.identity = identity;
    }

    public StaffMember member() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return new StaffMember(token.getSubject(), name(token));
        }
        throw new IllegalStateException("only people with a token come this far");
    }

    private static String name(JsonWebToken token) {
        return Optional.<Object>ofNullable(token.getClaim("name"))
                .or(() -> Optional.ofNullable(token.getClaim("preferred_username")))
                .map(String::valueOf)
                .orElse(token.getSubject());
    }
}
