package org.rostrum.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RostrumTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void an_error_is_one_sentence_and_an_exit_code() {
        int code = rostrum("frobnicate");

        assertThat(code).isEqualTo(1);
        assertThat(text(err))
                .isEqualTo("rostrum: There is no command frobnicate: ./rostrum help shows what there is.\n");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void a_directory_in_which_nothing_was_started_says_so(@TempDir Path state) {
        int code = rostrum("status", "--state", state.toString());

        assertThat(code).isEqualTo(1);
        assertThat(text(err)).contains("Nothing has been started in " + state + " yet: ./rostrum up does.");
    }

    @Test
    void no_arguments_show_the_help() {
        assertThat(rostrum()).isZero();
        assertThat(text(out)).contains("up [--detach]").contains("down");
    }

    private int rostrum(String... arguments) {
        return Rostrum.run(List.of(arguments), stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
