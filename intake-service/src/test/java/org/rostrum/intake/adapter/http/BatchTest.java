package org.rostrum.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Json;
import org.rostrum.intake.adapter.http.Batch.Task;
import org.rostrum.intake.adapter.http.NdjsonLines.Line;
import org.rostrum.platform.problem.Problem;

class BatchTest {
    private static final int LONGEST = 100;

    private final BulkShare share = new BulkShare(1, 4, LONGEST);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void answers_every_line_in_order_with_its_number() throws IOException {
        run(body("one", "", "two", "x".repeat(LONGEST + 1), "three"), BatchTest::echo);

        assertThat(results())
                .extracting(
                        result -> result.path("line").asInt(),
                        result -> result.path("key").asText())
                .containsExactly(tuple(1, "one"), tuple(3, "two"), tuple(4, "too long"), tuple(5, "three"));
    }

    @Test
    void has_no_more_lines_under_way_than_its_share() throws IOException {
        var underWay = new AtomicInteger();
        var most = new AtomicInteger();
        var lines = IntStream.range(0, 200).mapToObj(String::valueOf).toArray(String[]::new);

        run(body(lines), line -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            LockSupport.parkNanos(100_000);
            underWay.decrementAndGet();
            return echo(line);
        });

        assertThat(results()).hasSize(200);
        assertThat(most.get()).isBetween(1, 4);
    }

    @Test
    void reads_no_further_while_the_sender_takes_no_results() throws Exception {
        var read = new AtomicLong();
        var stuck = new CountDownLatch(1);
        var endless = new InputStream() {
            @Override
            public int read() {
                return read.incrementAndGet() % 10 == 0 ? '\n' : 'x';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                int few = Math.min(length, 10);
                for (int i = 0; i < few; i++) {
                    bytes[from + i] = (byte) read();
                }
                return few;
            }
        };
        var nobodyReads = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                try {
                    stuck.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new IOException("the sender has gone");
            }
        };

        var running = CompletableFuture.runAsync(() -> assertThatThrownBy(
                        () -> new Batch(share, alone(BatchTest::echo), Clock.systemUTC()).run(endless, nobodyReads))
                .isInstanceOf(IOException.class));
        var settled = new AtomicLong(-1);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(300))
                .until(() -> settled.getAndSet(read.get()) == read.get() && read.get() > 0);

        assertThat(read.get()).isLessThan(1_000);
        stuck.countDown();
        running.get(10, TimeUnit.SECONDS);
    }

    @Test
    void answers_whole_lines_when_the_connection_breaks_and_takes_no_half_line() throws IOException {
        var broken = new InputStream() {
            private final InputStream beginning = body("one", "two", "thr");

            @Override
            public int read() throws IOException {
                throw new IOException("not used");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int count = beginning.read(bytes, from, length);
                if (count < 0) {
                    throw new IOException("connection reset");
                }
                return count;
            }
        };

        run(broken, BatchTest::echo);

        assertThat(results()).hasSize(2);
    }

    @Test
    void gives_up_after_eight_lines_in_a_row_that_could_not_be_served() throws Exception {
        var sent = new PipedOutputStream();
        var body = new PipedInputStream(sent, 64 * 1024);
        var lines = IntStream.range(0, 100).mapToObj(i -> "line " + i).collect(Collectors.joining("\n", "", "\n"));
        sent.write(lines.getBytes(StandardCharsets.UTF_8)); // and the sender waits for results

        run(
                body,
                line -> LineResult.refused(
                        line.number(),
                        null,
                        Problem.of(503, "try-again", "Not now"),
                        Optional.of(Duration.ofSeconds(3))));

        var results = results();
        assertThat(results).hasSize(9);
        assertThat(results.get(0).path("retryAfter").asInt()).isEqualTo(3);
        assertThat(results.getLast().path("problem").path("type").asText()).endsWith(":batch-stopped");
        assertThat(results.getLast().has("line")).isFalse();
    }

    @Test
    void lines_with_one_key_wait_for_each_other() throws IOException {
        var received = new ConcurrentLinkedQueue<Long>();

        run(body("same", "same", "same", "same", "other"), line -> {
            LockSupport.parkNanos(line.number() == 1 ? 100_000_000 : 0);
            received.add(line.number());
            return echo(line);
        });

        assertThat(received).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L).containsSubsequence(1L, 2L, 3L, 4L);
    }

    private void run(InputStream body, Function<Line, LineResult> receiver) throws IOException {
        new Batch(share, alone(receiver), Clock.systemUTC()).run(body, out);
    }

    private static Batch.Receiver alone(Function<Line, LineResult> receiver) {
        return (line, at) ->
                new Task(Optional.of(new String(line.bytes(), StandardCharsets.UTF_8)), () -> receiver.apply(line));
    }

    private static LineResult echo(Line line) {
        var key = line.isTooLong() ? "too long" : new String(line.bytes(), StandardCharsets.UTF_8);
        return LineResult.refused(line.number(), key, Problem.of(400, "test", "Test"), Optional.empty());
    }

    private static InputStream body(String... lines) {
        return new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private List<JsonNode> results() throws IOException {
        try (var values = Json.mapper().readerFor(JsonNode.class).<JsonNode>readValues(out.toByteArray())) {
            return values.readAll();
        }
    }
}
