package org.rostrum.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupTest {
    private static final Path DEPLOY = Path.of("..", "..");
    private final Setup setup = new Setup(DEPLOY, new Environment(Map.of("ROSTRUM_S3_SECRET_KEY", " ")));

    @Test
    void writes_the_realm_with_the_demo_users(@TempDir Path folder) throws Exception {
        setup.run(List.of("demo-realm", folder.resolve("realm.json").toString()));

        assertThat(Files.readString(folder.resolve("realm.json"))).contains("\"realm\" : \"rostrum\"", "\"ada\"");
    }

    @Test
    void names_the_variable_that_is_missing() {
        assertThatThrownBy(() -> setup.run(List.of("prepare")))
                .isInstanceOf(SetupFailure.class)
                .hasMessageContaining("KAFKA_BOOTSTRAP_SERVERS");
        assertThatThrownBy(() -> setup.environment().require("ROSTRUM_S3_SECRET_KEY"))
                .hasMessageContaining("ROSTRUM_S3_SECRET_KEY");
    }

    @Test
    void knows_three_verbs() {
        assertThatThrownBy(() -> setup.run(List.of("destroy"))).hasMessageContaining("demo-consultations");
    }
}
