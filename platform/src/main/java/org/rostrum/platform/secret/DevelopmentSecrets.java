package org.rostrum.platform.secret;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The guard at start: a secret must be there, and in production it must not be one that the demonstration generated, which
 * begins with {@code demo.}. Ask it for every secret before the service takes its first request.
 *
 * @param production whether demonstration secrets are refused
 */
public record DevelopmentSecrets(boolean production) {
    private static final String PREFIX = "demo.";

    private static final String PRODUCTION = "prod";
    private static final Set<String> DEVELOPMENT = Set.of("demo", "dev", "test");

    /**
     * The guard for the active Quarkus profiles, {@code ConfigUtils.getProfiles()}: everything is production that does not
     * say otherwise by demo, dev or test, and whatever calls itself prod is.
     */
    public static DevelopmentSecrets inProfiles(List<String> profiles) {
        return new DevelopmentSecrets(
                profiles.contains(PRODUCTION) || profiles.stream().noneMatch(DEVELOPMENT::contains));
    }

    /** As {@link #inProfiles(List)} for the only active profile. */
    public static DevelopmentSecrets inProfile(String profile) {
        return inProfiles(List.of(profile));
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
