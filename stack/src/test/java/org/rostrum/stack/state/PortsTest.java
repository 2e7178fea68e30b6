package org.rostrum.stack.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.stack.Part;
import org.rostrum.stack.StackFailure;

class PortsTest {
    private static final Set<Part> ALL = EnumSet.allOf(Part.class);

    @TempDir
    Path folder;

    @Test
    void free_ports_differ_from_each_other_and_stay_at_the_next_start() {
        Ports first = choose(Ports.Choice.FREE);
        Ports second = choose(Ports.Choice.AS_BEFORE);

        assertThat(first.byName().values()).doesNotHaveDuplicates().allMatch(Ports::isFree);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void a_port_that_was_taken_meanwhile_is_chosen_anew() throws IOException {
        Ports first = choose(Ports.Choice.FREE);

        try (ServerSocket taken = listen(first.of(Part.S3))) {
            Ports second = choose(Ports.Choice.AS_BEFORE);

            assertThat(second.of(Part.S3)).isNotEqualTo(taken.getLocalPort());
            assertThat(second.of(Part.KAFKA)).isEqualTo(first.of(Part.KAFKA));
        }
    }

    @Test
    void nothing_moves_while_other_parts_run() throws IOException {
        Ports first = choose(Ports.Choice.FREE);

        Ports second = Ports.choose(state(), Ports.Choice.USUAL, true, Set.of(Part.S3), new Random(2));

        assertThat(second).isEqualTo(first);
        try (ServerSocket taken = listen(first.of(Part.S3))) {
            assertThatThrownBy(() -> Ports.choose(state(), Ports.Choice.FREE, true, Set.of(Part.S3), new Random(3)))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageStartingWith("Port " + taken.getLocalPort() + ", which s3 needs, is in use");
        }
    }

    @Test
    void a_busy_usual_port_is_one_sentence_that_names_the_way_out() throws IOException {
        try (ServerSocket taken = usualPort()) {
            assertThatThrownBy(
                            () -> Ports.choose(state(), Ports.Choice.USUAL, false, Set.of(Part.INTAKE), new Random(1)))
                    .isInstanceOf(StackFailure.class)
                    .hasMessage("Port 8401, which intake needs, is in use by another program:"
                            + " stop that program or start with --ports auto.");
            assertThat(taken == null || taken.isBound()).isTrue();
        }
    }

    /** Null when another program of this machine holds it already, which serves as well. */
    private static @Nullable ServerSocket usualPort() throws IOException {
        return Ports.isFree(Part.INTAKE.usualPort()) ? listen(Part.INTAKE.usualPort()) : null;
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    private Ports choose(Ports.Choice choice) {
        return Ports.choose(state(), choice, false, ALL, new Random(7));
    }

    private StateFolder state() {
        return new StateFolder(folder);
    }
}
