package org.rostrum.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ComposeFilesTest {

    @Test
    void are_accepted_by_docker_compose_and_refused_without_secrets() throws Exception {
        Process check = new ProcessBuilder(
                        Path.of("..", "..", "compose", "check").toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(check.waitFor()).as(output).isZero();
        Assumptions.assumeFalse(output.contains("skipped"), output);
    }
}
