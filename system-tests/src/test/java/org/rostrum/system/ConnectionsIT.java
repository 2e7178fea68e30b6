package org.rostrum.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections that would wear a server down are cut off by every service, not only by the one that strangers write to. */
class ConnectionsIT {
    private static final int PATIENCE_MILLIS = 30_000;

    static Stream<String> services() {
        var system = RunningSystem.shared();
        return Stream.of(system.intake(), system.processing(), system.publishing());
    }

    private static Socket connect(String service) throws IOException {
        var url = URI.create(service);
        var socket = new Socket(url.getHost(), url.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    /** Everything until the other side closes; a reset is a way to close. */
    private static String untilClosed(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        } catch (SocketException reset) {
            return "";
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void hostile_01_two_lengths_are_refused_by_each_service(String service) throws IOException {
        try (var socket = connect(service)) {
            var request = lines(
                    "POST /q/health HTTP/1.1",
                    "Host: x",
                    "Content-Length: 5",
                    "Transfer-Encoding: chunked",
                    "",
                    "0",
                    "",
                    "GET /q/health HTTP/1.1",
                    "Host: x",
                    "");
            socket.getOutputStream().write(request.getBytes(US_ASCII));

            var answer = untilClosed(socket);

            assertThat(answer).startsWith("HTTP/1.1 400");
            assertThat(answer.split("HTTP/1.1 ", -1)).as("one answer").hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void hostile_04_slow_headers_are_cut_off_by_each_service(String service) throws Exception {
        var head = "GET / HTTP/1.1\r\nX-Slow: " + "a".repeat(500); // would take 100 seconds
        var sent = new AtomicInteger();
        try (var socket = connect(service)) {
            var drip = Thread.ofVirtual().start(() -> drip(socket, head, sent));

            assertThat(untilClosed(socket)).doesNotContain("HTTP/1.1 200");
            drip.join();
        }
        assertThat(sent.get()).isLessThan(head.length());
    }

    private static void drip(Socket socket, String head, AtomicInteger sent) {
        try {
            while (sent.get() < head.length()) {
                socket.getOutputStream().write(head.charAt(sent.get()));
                sent.incrementAndGet();
                Thread.sleep(200);
            }
        } catch (IOException closed) {
            // that is what the test is about
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void hostile_10_plain_http_2_is_not_spoken_by_any_service(String service) throws IOException {
        try (var socket = connect(service)) {
            var request = lines(
                    "GET /q/health/live HTTP/1.1",
                    "Host: x",
                    "Connection: Upgrade, HTTP2-Settings, close",
                    "Upgrade: h2c",
                    "HTTP2-Settings: AAMAAABkAAQAAP__",
                    "");
            socket.getOutputStream().write(request.getBytes(US_ASCII));

            assertThat(socket.getInputStream().readNBytes("HTTP/1.1 200".length()))
                    .asString(US_ASCII)
                    .isEqualTo("HTTP/1.1 200");
        }
    }
}
