package org.rostrum.system.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.rostrum.contracts.Json;
import org.rostrum.system.faults.Sending.Target;

/** Carries sendings to intake over HTTP/1.1, from a client address of its own, and writes down what came of each. */
final class Courier implements AutoCloseable {
    static final String CONSULTATION = "faults";
    static final String ROUND = "open";
    static final String BOUNDARY = "edge-of-a-part";
    private static final int TOO_MANY_REQUESTS = 429;

    private final String intake;
    private final History history;
    private final Duration patience;
    private final HttpClient http;

    /** The number, below 250, chooses an address of the loopback network, so that no limit takes all clients for one. */
    Courier(String intake, History history, int number, Duration patience) {
        this.intake = intake;
        this.history = history;
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(loopback(number))
                .connectTimeout(Duration.ofSeconds(2))
                .build();
    }

    private static InetAddress loopback(int number) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) (number + 1)});
        } catch (IOException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    /** One request; never throws for what the network does. */
    Reply send(Sending sending) {
        var sentAt = Instant.now();
        var reply = exchange(sending);
        history.add(new Exchange(sending, sentAt, Instant.now(), reply));
        return reply;
    }

    /** Repeats the same under the same key until there is a receipt or a refusal. */
    Reply sendUntilAnswered(Sending sending, Duration pause, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        var reply = send(sending);
        while (!isAnswer(reply)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no answer within " + atMost + ", the last was " + reply);
            }
            rest(pause);
            reply = send(sending);
        }
        return reply;
    }

    static boolean isAnswer(Reply reply) {
        return reply instanceof Reply.Acknowledged || reply instanceof Reply.Refused;
    }

    /** What a client does between two attempts. */
    static void rest(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply exchange(Sending sending) {
        try {
            var response = http.send(request(sending), BodyHandlers.ofByteArray());
            return sending.target() instanceof Target.Line && response.statusCode() == 200
                    ? lineReply(response.body())
                    : reply(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Reply.None(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.None("interrupted");
        }
    }

    private static Reply reply(int status, byte[] body) {
        if (status == 200 || status == 201) {
            return Reply.Acknowledged.of(status, body);
        }
        return status >= 500 || status == TOO_MANY_REQUESTS
                ? new Reply.Later(status)
                : new Reply.Refused(status, new String(body, UTF_8));
    }

    /** A batch is always 200; what became of its line stands in the line's result, if that still came. */
    private static Reply lineReply(byte[] results) throws IOException {
        var result = Json.mapper().readTree(results);
        if (!result.has("line")) {
            return new Reply.None("no result");
        }
        var answer = result.has("receipt") ? result.path("receipt") : result.path("problem");
        return reply(result.path("status").asInt(), answer.toString().getBytes(UTF_8));
    }

    private HttpRequest request(Sending sending) {
        var builder = HttpRequest.newBuilder(address(sending.target()))
                .timeout(patience)
                .header("Idempotency-Key", sending.key());
        switch (sending.target()) {
            case Target.New() -> {}
            case Target.NextVersion next -> builder.header("Rostrum-Receipt-Secret", next.secret());
            case Target.Withdrawal end -> builder.header("Rostrum-Receipt-Secret", end.secret());
            case Target.Line line -> builder.header("Authorization", "Bearer " + line.token());
        }
        if (sending.target() instanceof Target.Line) {
            return builder.header("Content-Type", "application/x-ndjson")
                    .POST(BodyPublishers.ofString(sending.batch()))
                    .build();
        }
        return sending.files().isEmpty()
                ? builder.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(sending.json()))
                        .build()
                : builder.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(sending.multipart(BOUNDARY)))
                        .build();
    }

    private URI address(Target target) {
        var path = switch (target) {
            case Target.New() -> "consultations/" + CONSULTATION + "/rounds/" + ROUND + "/submissions";
            case Target.NextVersion next -> "submissions/" + next.reference() + "/versions";
            case Target.Withdrawal end -> "submissions/" + end.reference() + "/withdrawal";
            case Target.Line _ -> "consultations/" + CONSULTATION + "/rounds/" + ROUND + "/submissions/batches";
        };
        return URI.create(intake + "/api/v1/" + path);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
