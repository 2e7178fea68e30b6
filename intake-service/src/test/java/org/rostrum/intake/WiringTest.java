package org.rostrum.intake;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rostrum.platform.secret.DevelopmentSecrets;
import org.rostrum.platform.secret.SecretRefused;

class WiringTest {
    private static final DevelopmentSecrets PRODUCTION = DevelopmentSecrets.inProfile("prod");
    private static final DevelopmentSecrets DEMO = DevelopmentSecrets.inProfile("demo");

    @Test
    void production_refuses_a_client_secret_that_was_made_for_a_demo_and_a_missing_one() {
        assertThatThrownBy(() -> Wiring.checkLogin(PRODUCTION, Optional.of("demo.0123456789")))
                .isInstanceOf(SecretRefused.class)
                .hasMessageContaining("ROSTRUM_OIDC_CLIENT_SECRET");
        assertThatThrownBy(() -> Wiring.checkLogin(PRODUCTION, Optional.empty()))
                .isInstanceOf(SecretRefused.class)
                .hasMessageContaining("ROSTRUM_OIDC_CLIENT_SECRET");
        assertThatCode(() -> Wiring.checkLogin(PRODUCTION, Optional.of("0123456789")))
                .doesNotThrowAnyException();
    }

    @Test
    void the_demo_takes_its_own_and_starts_without_a_login() {
        assertThatCode(() -> Wiring.checkLogin(DEMO, Optional.of("demo.0123456789")))
                .doesNotThrowAnyException();
        assertThatCode(() -> Wiring.checkLogin(DEMO, Optional.empty())).doesNotThrowAnyException();
    }
}
