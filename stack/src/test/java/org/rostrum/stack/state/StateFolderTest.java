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
import java.util.Set;
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
        assertThat(first.toString()).doesNotContain(first.get(Secrets.S3_SECRET_KEY));
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
