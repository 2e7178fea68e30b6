package org.rostrum.processing.adapter.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.processing.domain.text.Extraction;
import org.rostrum.processing.domain.text.Extraction.Extracted;
import org.rostrum.processing.domain.text.Extraction.Unreadable;
import org.rostrum.processing.usecase.Pauses.Stopping;

@Timeout(60)
class WorkerPoolTest {

    private static final WorkerSettings BROKEN = WorkerSettings.usual(System.getProperty("java.class.path"))
            .withMainClass(BrokenWorker.class.getName())
            .withJail(JailPolicy.OFF) // it tells its pid, which is 1 in a namespace of its own
            .withWorkers(1)
            .withHeapMegabytes(64)
            .withTimeout(Duration.ofSeconds(2));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "hang, TOOK_TOO_LONG",
        "spend, TOOK_TOO_LONG",
        "exhaust, PARSER_CRASHED",
        "crash, PARSER_CRASHED",
        "babble, PARSER_CRASHED"
    })
    void hostile_43_a_file_that_breaks_its_worker_costs_only_that_worker(String deed, QuarantineReason reason)
            throws IOException {
        try (WorkerPool pool = new WorkerPool(BROKEN)) {
            Extraction broken = extract(pool, deed);
            Extraction next = extract(pool, "fine");

            assertThat(broken).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
                assertThat(unreadable.reason()).isEqualTo(reason);
                assertThat(unreadable.sentence()).isNotBlank();
            });
            assertThat(next).isInstanceOf(Extracted.class);
        }
    }

    @Test
    void uses_a_worker_again_as_long_as_it_is_well() throws IOException {
        try (WorkerPool pool = new WorkerPool(BROKEN)) {
            assertThat(pidOf(extract(pool, "fine"))).isEqualTo(pidOf(extract(pool, "fine")));
        }
    }

    @Test
    void has_a_worker_waiting_once_prepared() throws IOException {
        try (WorkerPool pool = new WorkerPool(BROKEN)) {
            pool.prepare();

            long waiting = ProcessHandle.current()
                    .children()
                    .filter(ProcessHandle::isAlive)
                    .mapToLong(ProcessHandle::pid)
                    .max()
                    .orElseThrow();
            assertThat(pidOf(extract(pool, "fine"))).isEqualTo(waiting);
        }
    }

    @Test
    void does_not_blame_a_file_for_a_worker_that_died_before() throws IOException {
        try (WorkerPool pool = new WorkerPool(BROKEN)) {
            long pid = pidOf(extract(pool, "fine"));
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);

            assertThat(pidOf(extract(pool, "fine"))).isNotEqualTo(pid);
        }
    }

    @Test
    void does_not_blame_a_file_for_being_read_when_the_pool_is_closed() throws IOException {
        WorkerPool pool = new WorkerPool(BROKEN.withTimeout(Duration.ofSeconds(50)));
        Path begun = folder.resolve("begun");
        Path file = Files.writeString(folder.resolve("received"), "mark-and-hang " + begun);
        var reading = CompletableFuture.supplyAsync(() -> pool.extract(file, "a.txt", "text/plain"));
        await().until(() -> Files.exists(begun));

        pool.close();

        assertThat(reading)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withCauseInstanceOf(Stopping.class);
    }

    @Test
    void does_not_blame_a_file_for_one_fresh_worker_that_died() throws IOException {
        try (WorkerPool pool = new WorkerPool(BROKEN)) {
            assertThat(extract(pool, "crash-once " + folder.resolve("begun"))).isInstanceOf(Extracted.class);
        }
    }

    @Test
    void removes_what_a_worker_wrote_before_it_reads_the_next_file() throws IOException {
        try (WorkerPool pool = new WorkerPool(BROKEN)) {
            assertThat(textOf(extract(pool, "litter"))).contains(" 2 [");
            assertThat(textOf(extract(pool, "fine"))).contains(" 1 [");
        }
    }

    @Test
    void counts_the_workers_that_died() throws IOException {
        try (WorkerPool pool = new WorkerPool(BROKEN)) {
            extract(pool, "fine");
            extract(pool, "spend");

            assertThat(pool.killed()).isEqualTo(1);
        }
    }

    @Test
    void refuses_to_read_where_a_worker_would_have_a_network_and_must_not() throws IOException {
        // This worker says nothing of a network, and who says nothing is not believed to have none.
        try (WorkerPool pool = new WorkerPool(BROKEN.withJail(JailPolicy.REQUIRED))) {
            assertThatThrownBy(pool::prepare).isInstanceOf(NotIsolated.class).hasMessageContaining("preferred");
        }
    }

    @Test
    void leaves_no_worker_behind_when_closed() throws IOException {
        WorkerPool pool = new WorkerPool(BROKEN);
        long pid = pidOf(extract(pool, "fine"));

        pool.close();

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void gives_the_worker_nothing_of_its_own_environment() throws IOException {
        try (WorkerPool pool = new WorkerPool(BROKEN)) {
            assertThat(textOf(extract(pool, "fine"))).endsWith("[LC_ALL]");
        }
    }

    @Test
    void says_that_an_empty_file_is_empty_without_a_worker() throws IOException {
        try (WorkerPool pool = new WorkerPool(BROKEN.withMainClass("none.Such"))) {
            assertThat(extract(pool, "")).isEqualTo(Unreadable.because(QuarantineReason.EMPTY_FILE));
        }
    }

    @Test
    void a_broken_installation_is_an_exception_and_no_verdict_on_the_file() throws IOException {
        try (WorkerPool pool = new WorkerPool(BROKEN.withMainClass("none.Such"))) {
            assertThatThrownBy(() -> extract(pool, "fine"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("none.Such");
            assertThatThrownBy(pool::prepare).isInstanceOf(IllegalStateException.class);
        }
    }

    private Extraction extract(WorkerPool pool, String content) throws IOException {
        return pool.extract(Files.writeString(folder.resolve("received"), content), "a.txt", "text/plain");
    }

    private static long pidOf(Extraction extraction) {
        return Long.parseLong(List.of(textOf(extraction).split(" ", -1)).get(1));
    }

    private static String textOf(Extraction extraction) {
        return ((Extracted) extraction).text().text();
    }
}
