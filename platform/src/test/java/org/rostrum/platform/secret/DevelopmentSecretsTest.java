package org.rostrum.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"staging", "staging,eu", "prod,eu", "eu,prod", "prod,demo", ""})
    void everything_is_production_that_does_not_say_otherwise(String profiles) {
        assertThatThrownBy(() -> in(profiles).require(VARIABLE, Optional.of("demo.c2VjcmV0")))
                .isInstanceOf(SecretRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "dev", "test", "demo,eu", "eu,demo"})
    void takes_a_demonstration_secret_where_a_profile_says_so(String profiles) {
        assertThat(in(profiles).require(VARIABLE, Optional.of("demo.c2VjcmV0"))).isEqualTo("c2VjcmV0");
    }

    private static DevelopmentSecrets in(String profiles) {
        return DevelopmentSecrets.inProfiles(profiles.isEmpty() ? List.of() : List.of(profiles.split(",", -1)));
    }

    @Test
    void refuses_a_missing_or_blank_secret_everywhere() {
        assertThatThrownBy(() -> production.require(VARIABLE, Optional.empty())).isInstanceOf(SecretRefused.class);
        assertThatThrownBy(() -> demonstration.require(VARIABLE, Optional.of(" ")))
                .isInstanceOf(SecretRefused.class)
                .hasMessageContaining(VARIABLE);
    }
}
