package org.rostrum.platform.secret;

import java.util.Optional;

/**
 * The guard at start: a secret must be there, and in production it must not be one that the demonstration generated, which
 * begins with {@code demo.}. Ask it for every secret before the service takes its first request.
 *
 * @param production whether the service runs in the profile {@code prod}
 */
public record DevelopmentSecrets(boolean production) {
    private static final String PREFIX = "demo.";

    /** The guard for a Quarkus profile, for example {@code ConfigUtils.getProfiles().getFirst()}. */
    public static DevelopmentSecrets inProfile(String profile) {
        return new DevelopmentSecrets("prod".equals(profile));
    }

    /**
     * The secret without its prefix.
     *
     * @param variable the environment variable that brings it, for the message
     * @throws SecretRefused if it is missing, or if it is for demonstrations and this is production
     */
    public String require(String variable, Optional<String> value) {
        String secret = value.filter(text -> !text.isBlank()).orElseThrow(() -> SecretRefused.missing(variable));
        if (!secret.startsWith(PREFIX)) {
            return secret;
        }
        if (production) {
            throw SecretRefused.demonstration(variable);
        }
        return secret.substring(PREFIX.length());
    }
}
