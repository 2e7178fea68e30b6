package org.rostrum.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {

    @Test
    void allows_nothing_but_our_own_scripts_styles_and_forms() {
        assertThat(SecurityHeaders.contentSecurityPolicy(List.of(), List.of()))
                .startsWith("default-src 'none';")
                .contains("script-src 'self';", "form-action 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*");
    }

    @Test
    void lets_forms_lead_to_the_origins_that_are_configured() {
        assertThat(SecurityHeaders.contentSecurityPolicy(List.of("https://login.example.org"), List.of()))
                .contains("form-action 'self' https://login.example.org;", "connect-src 'self';");
    }

    @Test
    void lets_scripts_talk_to_the_origins_that_are_configured() {
        assertThat(SecurityHeaders.contentSecurityPolicy(List.of(), List.of("https://files.example.org")))
                .contains("connect-src 'self' https://files.example.org;", "form-action 'self';");
    }

    @Test
    void an_address_of_ours_is_a_path_whatever_host_was_named() {
        assertThat(SecurityHeaders.withoutHost("http://evil.example/submissions/1?a=b", "evil.example"))
                .isEqualTo("/submissions/1?a=b");
        assertThat(SecurityHeaders.withoutHost("https://evil.example:1/", "evil.example:1"))
                .isEqualTo("/");
    }

    @Test
    void an_address_elsewhere_stays_and_no_path_turns_into_a_host() {
        for (var location :
                new String[] {"http://login.example/realms/x", "http://me.example//evil.example/", "/here"}) {
            assertThat(SecurityHeaders.withoutHost(location, "me.example")).isEqualTo(location);
        }
    }
}
