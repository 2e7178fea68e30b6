package org.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class SocketsTest {
    private static final long SELF = ProcessHandle.current().pid();

    @Test
    void sees_a_connection_to_another_address_and_none_to_this_machine() throws IOException {
        // Linux answers for all of 127.0.0.0/8; only 127.0.0.1 counts as this machine.
        var elsewhere = InetAddress.ofLiteral("127.0.0.2");
        try (var here = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
                var other = new ServerSocket(0, 5, elsewhere)) {
            try (var _ = new Socket(here.getInetAddress(), here.getLocalPort())) {
                assertThat(Sockets.ofOthersThanThisMachine(SELF)).isEmpty();
            }
            try (var _ = new Socket(elsewhere, other.getLocalPort())) {
                assertThat(Sockets.ofOthersThanThisMachine(SELF)).isNotEmpty();
            }
        }
    }
}
