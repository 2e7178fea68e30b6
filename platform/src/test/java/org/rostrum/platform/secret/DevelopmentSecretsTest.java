package org.rostrum.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DevelopmentSecretsTest {
    private static final String VARIABLE = "ROSTRUM_INTAKE_ID_KEY";
    private final DevelopmentSecrets production = DevelopmentSecrets.inProfile("prod");
    private final DevelopmentSecrets demonstration = DevelopmentSecrets.inProfile("demo");

    @Test
    void takes_a_secret_of_its_own_everywhere() {
        assertThat(production.require(VARIABLE, Optional.of("c2VjcmV0"))).isEqualTo("c2VjcmV0");
        assertThat(demonstration.require(VARIABLE, Optional.of("c2VjcmV0"))).isEqualTo("c2VjcmV0");
    }

    @Test
    void strips_the_mark_of_a_demonstration_secret() {
        assertThat(demonstration.require(VARIABLE, Optional.of("demo.c2VjcmV0")))
                .isEqualTo("c2VjcmV0");
    }

    @Test
    void refuses_a_demonstration_secret_in_production_without_showing_it() {
        assertThatThrownBy(() -> production.require(VARIABLE, Optional.of("demo.c2VjcmV0")))
                .isInstanceOf(SecretRefused.class)
                .hasMessageContaining(VARIABLE)
                .hasMessageNotContaining("c2VjcmV0");
    }

    @Test
    void refuses_a_missing_or_blank_secret_everywhere() {
        assertThatThrownBy(() -> production.require(VARIABLE, Optional.empty())).isInstanceOf(SecretRefused.class);
        assertThatThrownBy(() -> demonstration.require(VARIABLE, Optional.of(" ")))
                .isInstanceOf(SecretRefused.class)
                .hasMessageContaining(VARIABLE);
    }
}
