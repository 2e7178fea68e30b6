package org.rostrum.processing.adapter.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.hostile.HostileFile;
import org.rostrum.hostile.HostileFile.Inert;
import org.rostrum.hostile.HostileFile.Quarantined;
import org.rostrum.hostile.HostileFile.Refused;
import org.rostrum.hostile.HostileFiles;
import org.rostrum.processing.domain.text.Extraction;
import org.rostrum.processing.domain.text.Extraction.Extracted;
import org.rostrum.processing.domain.text.Extraction.Unreadable;

/** Cases 20 to 42 of the list of hostile input, through the shipped worker in its jail, with a listener that must see nothing. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFilesTest {

    private static final Path DIST = Path.of("..", "extraction-worker", "target", "dist");

    private final AtomicInteger callers = new AtomicInteger();
    private WorkerPool pool = new WorkerPool(WorkerSettings.usual("unset"));
    private HostileFiles files = new HostileFiles(0);

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    void start_a_pool_and_a_listener() throws IOException {
        assumeThat(DIST).as("build the module extraction-worker first").isDirectory();
        pool = new WorkerPool(WorkerSettings.usual(DIST.toAbsolutePath().normalize() + "/*")
                .withWorkers(1)
                .withTimeout(Duration.ofSeconds(40))
                .withCpu(Duration.ofSeconds(20))
                .withJail(OS.LINUX.isCurrentOs() ? JailPolicy.REQUIRED : JailPolicy.PREFERRED));
        ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (true) {
                try {
                    listener.accept().close();
                    callers.incrementAndGet();
                } catch (IOException _) {
                    return;
                }
            }
        });
        files = new HostileFiles(listener.getLocalPort());
    }

    @AfterAll
    void end_the_pool() {
        pool.close();
    }

    @AfterEach
    void nobody_called_and_an_honest_file_is_still_read() throws IOException {
        assertThat(callers).hasValue(0);
        assertThat(pool.extract(Files.writeString(folder.resolve("honest"), "We agree."), "a.txt", "text/plain"))
                .isInstanceOf(Extracted.class);
    }

    @Test
    void hostile_20_the_test_virus_plain_zipped_and_in_a_document() throws IOException {
        meets_its_end(20);
    }

    @Test
    void hostile_21_nested_bombs() throws IOException {
        meets_its_end(21);
    }

    @Test
    void hostile_22_entries_that_overlap() throws IOException {
        meets_its_end(22);
    }

    @Test
    void hostile_23_entries_that_would_lie_elsewhere() throws IOException {
        meets_its_end(23);
    }

    @Test
    void hostile_24_sizes_that_lie_and_endless_directories() throws IOException {
        meets_its_end(24);
    }

    @Test
    void hostile_25_entities_that_fetch_call_nobody() throws IOException {
        meets_its_end(25);
    }

    @Test
    void hostile_26_a_billion_laughs() throws IOException {
        meets_its_end(26);
    }

    @Test
    void hostile_27_references_to_elsewhere_are_inert() throws IOException {
        meets_its_end(27);
    }

    @Test
    void hostile_28_macros_under_the_name_of_a_document() throws IOException {
        meets_its_end(28);
    }

    @Test
    void hostile_29_embedded_objects_and_dynamic_data_exchange() throws IOException {
        meets_its_end(29);
    }

    @Test
    void hostile_31_actions_of_a_pdf_are_inert() throws IOException {
        meets_its_end(31);
    }

    @Test
    void hostile_33_a_file_in_a_pdf_is_absent() throws IOException {
        meets_its_end(33);
    }

    @Test
    void hostile_34_an_earlier_revision_is_absent() throws IOException {
        meets_its_end(34);
    }

    @Test
    void hostile_36_streams_tables_and_trees_that_never_end() throws IOException {
        meets_its_end(36);
    }

    @Test
    void hostile_37_encrypted_files() throws IOException {
        meets_its_end(37);
    }

    @Test
    void hostile_38_files_that_are_two_things() throws IOException {
        meets_its_end(38);
    }

    @Test
    void hostile_39_files_under_another_name() throws IOException {
        meets_its_end(39);
    }

    @Test
    void hostile_40_floods_of_pixels_and_frames() throws IOException {
        meets_its_end(40);
    }

    @Test
    void hostile_42_nothing_and_half_of_something() throws IOException {
        meets_its_end(42);
    }

    @Test
    void hostile_30_what_was_struck_out_or_hidden_is_absent() throws IOException {
        meets_its_end(30);
    }

    @Test
    void hostile_32_a_form_with_entities_calls_nobody() throws IOException {
        meets_its_end(32);
    }

    @Test
    void hostile_35_words_under_boxes_and_in_bookmarks_are_absent() throws IOException {
        meets_its_end(35);
    }

    @Test
    void hostile_41_a_font_of_noise() throws IOException {
        meets_its_end(41);
    }

    private void meets_its_end(int number) throws IOException {
        for (HostileFile file : files.of(number)) {
            Path received = Files.write(folder.resolve("received"), file.content());
            Extraction extraction = pool.extract(received, file.name(), "application/octet-stream");
            switch (file.expected()) {
                case Quarantined(var reasons) ->
                    assertThat(extraction).as(file.toString()).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
                        assertThat(unreadable.reason()).as(file.toString()).isIn(reasons);
                        assertThat(unreadable.sentence()).isNotBlank();
                    });
                case Inert _ -> assertInert(file, extraction);
                // Intake refuses them; should one get past it, nothing in it comes alive.
                case Refused _ ->
                    assertThat(textOf(extraction)).as(file.toString()).doesNotContain("alert");
            }
        }
    }

    private static String textOf(Extraction extraction) {
        return extraction instanceof Extracted extracted ? extracted.text().text() : "";
    }

    private static void assertInert(HostileFile file, Extraction extraction) {
        assertThat(extraction)
                .as(file.toString())
                .isInstanceOfSatisfying(
                        Extracted.class,
                        extracted -> assertThat(extracted.text().text())
                                .as(file.toString())
                                .contains(HostileFile.PRESENT)
                                .doesNotContain(HostileFile.ABSENT)
                                .doesNotContain("127.0.0.1"));
    }
}
