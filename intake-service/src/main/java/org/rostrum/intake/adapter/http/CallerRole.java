package org.rostrum.intake.adapter.http;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.rostrum.contracts.Audience;
import org.rostrum.intake.domain.Sender;

/** Who calls, asked only when it matters: a submission to an open round is never held up by a token or a session. */
@RequestScoped
class CallerRole {
    private final CurrentIdentityAssociation identity;

    CallerRole(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    /** Whether the caller is logged in, in whatever role; a token or session that is no good is none. */
    boolean hasAccount(HttpHeaders headers) {
        try {
            return sender(Audience.MEMBERS, headers) != Sender.ANYONE;
        } catch (AuthenticationFailedException e) {
            return false;
        }
    }

    /** A program is known by its token, which must be a good one; a person by a session, which may have ended. */
    Sender sender(Audience audience, HttpHeaders headers) {
        if (audience == Audience.EVERYONE) {
            return Sender.ANYONE;
        }
        if (headers.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
            return role(identity.getDeferredIdentity().await().indefinitely());
        }
        return headers.getCookies().isEmpty() ? Sender.ANYONE : visitor();
    }

    private Sender visitor() {
        try {
            return role(identity.getDeferredIdentity().await().indefinitely());
        } catch (AuthenticationFailedException
                | AuthenticationCompletionException
                | AuthenticationRedirectException e) {
            return Sender.ANYONE;
        }
    }

    private static Sender role(SecurityIdentity caller) {
        return caller.hasRole("member") ? Sender.MEMBER : caller.isAnonymous() ? Sender.ANYONE : Sender.LOGGED_IN;
    }
}
