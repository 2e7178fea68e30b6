package org.rostrum.stack.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.stack.Part;
import org.rostrum.stack.StackFailure;
import org.rostrum.stack.state.Endpoints.DemoUser;

class StateFolderTest {
    @TempDir
    Path folder;

    @Test
    void a_full_disk_is_one_sentence_that_says_what_to_do() {
        StateFolder state = new StateFolder(folder).create();

        assertThatCode(() -> state.requireFree(1)).doesNotThrowAnyException();
        assertThatThrownBy(() -> state.requireFree(Long.MAX_VALUE))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("MB free and Rostrum needs")
                .hasMessageEndingWith("free some space or choose another place with --state DIR.");
    }

    @Test
    void a_directory_that_cannot_be_made_is_one_sentence() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new StateFolder(file.resolve("state")).create())
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("choose another with --state DIR");
    }

    @Test
    void secrets_are_made_once_and_read_by_their_owner_only() throws IOException {
        StateFolder state = new StateFolder(folder).create();

        Secrets first = Secrets.of(state, new SecureRandom());
        Secrets second = Secrets.of(state, new SecureRandom());

        assertThat(second.values()).isEqualTo(first.values());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.secrets())))
                .isEqualTo("rw-------");
        assertThat(first.get(Secrets.INTAKE_RECEIPT_KEY)).startsWith("demo.");
        assertThat(first.toString()).doesNotContain(first.s3("intake").secretKey());
        assertThat(first.s3("intake").toString())
                .doesNotContain(first.s3("intake").secretKey());
    }

    @Test
    void a_state_made_before_a_secret_was_needed_gets_it_and_keeps_the_others() {
        StateFolder state = new StateFolder(folder).create();
        WholeFile.writeSecret(state.secrets(), PropertiesFile.text(Map.of(Secrets.POSTGRES, "kept")));

        Secrets secrets = Secrets.of(state, new SecureRandom());

        assertThat(secrets.get(Secrets.POSTGRES)).isEqualTo("kept");
        assertThat(Stream.of(S3Identity.ADMINISTRATOR, "intake", "processing", "publishing")
                        .map(name -> secrets.s3(name).accessKey()))
                .doesNotHaveDuplicates();
    }

    @Test
    void endpoints_are_read_back_as_written() {
        StateFolder state = new StateFolder(folder).create();
        Ports ports = Ports.choose(state, Ports.Choice.FREE, false, Set.of(), new SecureRandom());
        Endpoints endpoints = Endpoints.of(
                ports, Set.of(Part.KEYCLOAK, Part.KAFKA), List.of(new DemoUser("ada", "demo-ada", List.of("staff"))));

        endpoints.write(state);

        assertThat(Endpoints.read(state)).isEqualTo(endpoints);
        assertThat(endpoints.urls()).containsOnlyKeys("keycloak", "kafka");
        assertThat(endpoints.url(Part.KEYCLOAK)).startsWith("http://localhost:").doesNotEndWith("/");
    }
}
