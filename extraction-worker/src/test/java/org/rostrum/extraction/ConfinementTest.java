package org.rostrum.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the worker's process can still do once it has shut itself in, without any help of the service that starts it. */
@EnabledOnOs(OS.LINUX)
class ConfinementTest {

    @TempDir
    Path folder;

    private Path secret = Path.of("");

    @BeforeEach
    void keep_a_secret_beside_the_scratch_folder() throws IOException {
        Files.createDirectory(folder.resolve("scratch"));
        secret = Files.writeString(folder.resolve("secret"), "of another process");
    }

    @Test
    void reaches_nothing_and_nobody_by_network_and_no_file_of_others() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Map<String, String> results = attempts(listener, "on");

            assertThat(results)
                    .containsEntry("network", "false")
                    .containsEntry("protections", "[own-folder-only, no-sockets]")
                    .containsEntry("socket", "failed")
                    .containsEntry("channel", "failed")
                    .containsEntry("datagram", "failed")
                    .containsEntry("url", "failed")
                    .containsEntry("resolve", "failed")
                    .containsEntry("child", "failed")
                    .containsEntry("read-elsewhere", "failed")
                    .containsEntry("write-elsewhere", "failed")
                    .containsEntry("child-writes-elsewhere", "failed")
                    .containsEntry("thread-reads-elsewhere", "failed")
                    .containsEntry("scratch", "succeeded")
                    .containsEntry("child-runs", "succeeded");
            assertThat(hasCaller(listener)).isFalse();
            assertThat(folder.resolve("written")).doesNotExist();
        }
    }

    @Test
    void without_protection_the_same_attempts_succeed_so_that_they_show_something() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Map<String, String> results = attempts(listener, "off");

            assertThat(results)
                    .containsEntry("network", "true")
                    .containsEntry("protections", "[]")
                    .containsEntry("socket", "succeeded")
                    .containsEntry("channel", "succeeded")
                    .containsEntry("datagram", "succeeded")
                    .containsEntry("child", "succeeded")
                    .containsEntry("read-elsewhere", "succeeded")
                    .containsEntry("write-elsewhere", "succeeded")
                    .containsEntry("thread-reads-elsewhere", "succeeded");
            assertThat(hasCaller(listener)).isTrue();
        }
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

    private Map<String, String> attempts(ServerSocket listener, String jail) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Drostrum.jail=" + jail,
                "-Djava.io.tmpdir=" + folder.resolve("scratch"),
                "-cp",
                System.getProperty("java.class.path"),
                EscapeAttempts.class.getName(),
                Integer.toString(listener.getLocalPort()),
                secret.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, String> results = new TreeMap<>();
        try (var lines = process.inputReader(UTF_8).lines()) {
            lines.map(line -> line.split("=", 2)).forEach(pair -> results.put(pair[0], pair[1]));
        }
        assertThat(process.waitFor()).isZero();
        return results;
    }
}
