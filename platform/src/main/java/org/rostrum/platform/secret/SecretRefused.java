package org.rostrum.platform.secret;

/** A service must not start with this secret; the message names the variable and never the value. */
public final class SecretRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private SecretRefused(String message) {
        super(message);
    }

    static SecretRefused missing(String variable) {
        return new SecretRefused(
                "The secret %s is missing; set this environment variable and start again.".formatted(variable));
    }

    static SecretRefused demonstration(String variable) {
        return new SecretRefused(
                "The secret %s is one for demonstrations, which production refuses; set a secret of your own and start again."
                        .formatted(variable));
    }
}
