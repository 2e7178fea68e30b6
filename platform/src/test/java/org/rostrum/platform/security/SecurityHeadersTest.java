package org.rostrum.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {

    @Test
    void allows_nothing_but_our_own_scripts_styles_and_forms() {
        assertThat(SecurityHeaders.contentSecurityPolicy(List.of()))
                .startsWith("default-src 'none';")
                .contains("script-src 'self';", "form-action 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*");
    }

    @Test
    void lets_forms_lead_to_the_origins_that_are_configured() {
        assertThat(SecurityHeaders.contentSecurityPolicy(List.of("https://login.example.org")))
                .contains("form-action 'self' https://login.example.org;");
    }
}
