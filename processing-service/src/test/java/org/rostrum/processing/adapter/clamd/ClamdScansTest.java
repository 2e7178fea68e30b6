package org.rostrum.processing.adapter.clamd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.hostile.HostileFile;
import org.rostrum.hostile.HostileFiles;
import org.rostrum.processing.domain.text.Extraction;
import org.rostrum.processing.domain.text.Extraction.Extracted;
import org.rostrum.processing.domain.text.Extraction.Unreadable;
import org.rostrum.processing.usecase.MalwareScans.Clean;
import org.rostrum.processing.usecase.MalwareScans.Infected;
import org.rostrum.processing.usecase.MalwareScans.TooLargeToScan;
import org.rostrum.processing.usecase.ScannedExtractions;
import org.rostrum.processing.usecase.Unavailable;

/** Against ClamAV's own daemon with a signature file of ours; Debian's package clamav-daemon brings it. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClamdScansTest {
    private static final Path CLAMD = Path.of("/usr/sbin/clamd");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HARMFUL = "the very words that our signature knows";

    private final List<Process> started = new ArrayList<>();
    private ClamdScans scans = new ClamdScans(new ClamdAddress("localhost:1"), PATIENCE);
    private Path socket = Path.of("");

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    void start_clamd(@TempDir Path home) throws IOException {
        assumeThat(CLAMD)
                .as("install clamav-daemon to run the tests of the malware scanner")
                .isExecutable();
        int port = freePort();
        socket = home.resolve("clamd.sock");
        Path signatures = Files.createDirectory(home.resolve("signatures"));
        String virus = new String(new HostileFiles(0).of(20).getFirst().content(), UTF_8);
        Files.write(
                signatures.resolve("rostrum.ndb"),
                List.of(signature("Rostrum.Test", HARMFUL), signature("Rostrum.Eicar", virus)));
        Path configuration = Files.write(
                home.resolve("clamd.conf"),
                List.of(
                        "Foreground yes",
                        "DatabaseDirectory " + signatures,
                        "TCPSocket " + port,
                        "TCPAddr 127.0.0.1",
                        "LocalSocket " + socket,
                        "StreamMaxLength 2M",
                        "LogFile " + home.resolve("clamd.log")));
        started.add(new ProcessBuilder(CLAMD.toString(), "--config-file=" + configuration)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("clamd.out").toFile())
                .start());
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> listens(port));
        scans = new ClamdScans(new ClamdAddress("127.0.0.1:" + port), PATIENCE);
    }

    @AfterAll
    void end_clamd() throws InterruptedException {
        for (Process clamd : started) {
            clamd.destroy();
            if (!clamd.waitFor(10, TimeUnit.SECONDS)) {
                clamd.destroyForcibly();
            }
        }
    }

    @Test
    void finds_what_a_signature_knows_and_nothing_in_an_honest_file() throws IOException {
        assertThat(scans.scan(file("Before, " + HARMFUL + ", after.")))
                .isEqualTo(new Infected("Rostrum.Test.UNOFFICIAL"));
        assertThat(scans.scan(file("We agree with the proposal."))).isEqualTo(new Clean());
        assertThat(scans.scan(file(""))).isEqualTo(new Clean());
        assertThat(scans.scan(file("x".repeat(1_500_000)))).isEqualTo(new Clean());
    }

    @Test
    void speaks_through_a_socket_of_the_file_system_too() throws IOException {
        var local = new ClamdScans(new ClamdAddress("unix:" + socket), PATIENCE);

        assertThat(local.scan(file(HARMFUL))).isInstanceOf(Infected.class);
    }

    @Test
    void says_that_a_file_is_larger_than_the_daemon_takes() throws IOException {
        assertThat(scans.scan(file("x".repeat(9 << 20)))).isEqualTo(new TooLargeToScan());
    }

    @Test
    void hostile_20_the_test_virus_is_found_plain_zipped_and_in_a_document() throws IOException {
        for (HostileFile virus : new HostileFiles(0).of(20)) {
            assertThat(scans.scan(Files.write(folder.resolve("received"), virus.content())))
                    .as(virus.toString())
                    .isInstanceOf(Infected.class);
        }
    }

    @Test
    void a_harmful_file_is_set_aside_and_never_read() throws IOException {
        var extractions = new ScannedExtractions(scans, (file, name, type) -> {
            throw new AssertionError("it was read");
        });

        Extraction extraction = extractions.extract(file(HARMFUL), "a.txt", "text/plain");

        assertThat(extraction).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
            assertThat(unreadable.reason()).isEqualTo(QuarantineReason.MALWARE);
            assertThat(unreadable.detail()).contains("Rostrum.Test");
        });
    }

    @Test
    void an_honest_file_is_read_once_it_was_looked_at() throws IOException {
        var extractions = new ScannedExtractions(scans, (file, name, type) -> new Extracted(type, List.of()));

        assertThat(extractions.extract(file("We agree."), "a.txt", "text/plain"))
                .isInstanceOf(Extracted.class);
    }

    @Test
    void while_the_scanner_is_away_no_file_is_read() throws IOException {
        var away = new ClamdScans(new ClamdAddress("127.0.0.1:" + freePort()), PATIENCE);
        var extractions = new ScannedExtractions(away, (file, name, type) -> {
            throw new AssertionError("it was read");
        });

        assertThatThrownBy(() -> extractions.extract(file("We agree."), "a.txt", "text/plain"))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void a_scanner_that_says_nothing_is_not_waited_for_for_ever() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var scanner =
                    new ClamdScans(new ClamdAddress("127.0.0.1:" + silent.getLocalPort()), Duration.ofMillis(300));

            assertThatThrownBy(() -> scanner.scan(file("We agree."))).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void an_address_that_is_none_is_refused_at_once() {
        assertThatThrownBy(() -> new ClamdAddress("clamd"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("HOST:PORT");
    }

    private static String signature(String name, String text) {
        return name + ":0:*:" + HexFormat.of().formatHex(text.getBytes(UTF_8));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("received"), content);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }
}
