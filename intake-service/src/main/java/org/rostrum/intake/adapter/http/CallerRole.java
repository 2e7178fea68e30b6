package org.rostrum.intake.adapter.http;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.rostrum.contracts.Audience;
import org.rostrum.intake.domain.Sender;

/** Who calls, asked only when it matters: a submission to an open round is never held up by a token. */
@RequestScoped
class CallerRole {
    private final CurrentIdentityAssociation identity;

    CallerRole(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    Sender sender(Audience audience, HttpHeaders headers) {
        if (audience == Audience.EVERYONE || headers.getHeaderString(HttpHeaders.AUTHORIZATION) == null) {
            return Sender.ANYONE;
        }
        var caller = identity.getDeferredIdentity().await().indefinitely();
        return caller.hasRole("member") ? Sender.MEMBER : caller.isAnonymous() ? Sender.ANYONE : Sender.LOGGED_IN;
    }
}
