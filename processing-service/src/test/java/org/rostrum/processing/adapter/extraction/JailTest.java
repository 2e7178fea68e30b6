package org.rostrum.processing.adapter.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The namespaces in which workers run, where the system grants them: shown with a program that knows nothing of us. */
@EnabledOnOs(OS.LINUX)
class JailTest {

    @Test
    void a_program_in_jail_reaches_no_listener_and_one_outside_does() throws Exception {
        Jail jail = Jail.found(JailPolicy.PREFERRED);
        assumeThat(jail.prefix()).as("this system grants no namespaces").isNotEmpty();
        try (ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            String call = "exec 3<>/dev/tcp/127.0.0.1/" + listener.getLocalPort();

            assertThat(run(jail.prefix(), "bash", "-c", call)).isNotZero();
            assertThat(hasCaller(listener)).isFalse();
            assertThat(run(List.of(), "bash", "-c", call)).isZero();
            assertThat(hasCaller(listener)).isTrue();
        }
    }

    @Test
    void none_is_sought_where_none_is_wanted() {
        assertThat(Jail.found(JailPolicy.OFF).prefix()).isEmpty();
        assertThat(Jail.found(JailPolicy.OFF).protections()).isEmpty();
    }

    private static int run(List<String> prefix, String... program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(program));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static boolean hasCaller(ServerSocket listener) throws IOException {
        listener.setSoTimeout(200);
        try {
            listener.accept().close();
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }
}
