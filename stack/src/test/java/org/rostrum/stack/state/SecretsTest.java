package org.rostrum.stack.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @TempDir
    Path folder;

    /** Services refuse what is so marked outside the demo. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                Secrets.OIDC_CLIENT,
                Secrets.INTAKE_OIDC_CLIENT,
                Secrets.INTAKE_ID_KEY,
                Secrets.INTAKE_RECEIPT_KEY,
                Secrets.INTAKE_CONTACT_KEY
            })
    void what_is_made_for_a_demo_says_so(String name) {
        assertThat(Secrets.of(new StateFolder(folder), new SecureRandom()).get(name))
                .startsWith("demo.");
    }

    @Test
    void the_secrets_of_the_compose_demo_say_so_too() throws Exception {
        String script = Files.readString(Path.of("../deploy/compose/secrets"));

        assertThat(script.lines().filter(line -> line.startsWith("ROSTRUM_INTAKE_") || line.contains("OIDC_CLIENT")))
                .filteredOn(line -> !line.startsWith("ROSTRUM_INTAKE_URL"))
                .hasSizeGreaterThan(4)
                .allSatisfy(line -> assertThat(line).contains("=$mark"));
    }
}
