package org.rostrum.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {
    private static final byte[] REQUEST =
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII);

    private final AtomicInteger received = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void counts_what_is_acknowledged_with_its_references() {
        answer(201, "{\"reference\":\"ABCDE-FGHJK\"}");

        var tally = LoadGenerator.until(50, to(new Arrivals.Closed(4)));

        assertThat(tally.acknowledged()).isEqualTo(received.get()).isGreaterThanOrEqualTo(50);
        assertThat(tally.references()).containsOnly("ABCDE-FGHJK");
        assertThat(tally.broken()).isZero();
    }

    @Test
    void an_open_stream_offers_its_rate_whatever_the_answers_are() {
        answer(503, "");

        var tally = LoadGenerator.run(Duration.ofSeconds(1), to(new Arrivals.Open(100, 20, Duration.ofSeconds(5))))
                .getFirst();

        assertThat(tally.count(503)).isEqualTo(received.get()).isBetween(90, 101);
        assertThat(tally.acknowledged()).isZero();
        assertThat(tally.serverErrors()).isZero();
    }

    @Test
    void tells_of_errors_and_of_connections_that_broke() {
        answer(500, "");

        var tally = LoadGenerator.run(Duration.ofMillis(200), to(new Arrivals.Open(50, 5, Duration.ofSeconds(5))))
                .getFirst();
        server.stop(0);
        var refused = LoadGenerator.run(Duration.ofMillis(200), to(new Arrivals.Open(50, 5, Duration.ofSeconds(5))))
                .getFirst();

        assertThat(tally.serverErrors()).isPositive();
        assertThat(refused.broken()).isPositive();
    }

    private Traffic to(Arrivals arrivals) {
        return new Traffic(server.getAddress(), List.of(), () -> REQUEST, arrivals);
    }

    private void answer(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            received.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }
}
