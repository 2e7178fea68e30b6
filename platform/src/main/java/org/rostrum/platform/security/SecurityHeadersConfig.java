package org.rostrum.platform.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** What a service may loosen or tighten of its security headers. */
@ConfigMapping(prefix = "rostrum.security")
public interface SecurityHeadersConfig {

    /** Origins beside our own that forms may lead to, redirects included: the OIDC server, for login and logout. */
    Optional<List<String>> formAction();

    /** Origins beside our own that scripts of our pages may talk to: the object store, for files sent straight into it. */
    Optional<List<String>> connect();

    /** Who may embed what we serve: {@code same-origin}, or {@code cross-origin} for the public site and its feeds. */
    @WithDefault("same-origin")
    String crossOriginResourcePolicy();

    /** The value of Strict-Transport-Security; set it where TLS ends here and not in a proxy. */
    Optional<String> strictTransportSecurity();
}
