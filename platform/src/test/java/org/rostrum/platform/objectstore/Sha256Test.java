package org.rostrum.platform.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {
    /** FIPS 180-4's example. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void is_the_digest_of_the_standard() {
        assertThat(Sha256.of("abc".getBytes(StandardCharsets.UTF_8)).hex()).isEqualTo(OF_ABC);
    }

    @Test
    void is_the_same_for_a_file(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("abc"), "abc");

        assertThat(Sha256.of(file)).hasToString(OF_ABC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"})
    void has_one_spelling_only(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sha256(text));
    }
}
