package org.rostrum.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.rostrum.benchmarks.BenchFailure;

/** One client that sends batches, one after the other, as fast as they are taken, in a thread of its own. */
public final class BatchSender implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI batches;
    private final String token;
    private final Supplier<String> nextBatch;
    private final List<String> references = new ArrayList<>();
    private final long begin = System.nanoTime();
    private final CompletableFuture<Void> sending;
    private volatile boolean isStopped;

    /** The supplier makes the lines of one batch. */
    public BatchSender(URI batches, String token, Supplier<String> nextBatch) {
        this.batches = batches;
        this.token = token;
        this.nextBatch = nextBatch;
        this.sending = CompletableFuture.runAsync(this::send);
    }

    private void send() {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (!isStopped) {
                var request = HttpRequest.newBuilder(batches)
                        .header("Content-Type", "application/x-ndjson")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(nextBatch.get()))
                        .build();
                var response = http.send(request, BodyHandlers.ofLines());
                if (response.statusCode() != 200) {
                    throw new BenchFailure("A batch was answered with " + response.statusCode());
                }
                read(response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A batch could not be sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Stream<String> results) {
        results.map(BatchSender::json)
                .filter(result -> result.path("status").asInt() / 100 == 2)
                .map(result -> result.path("receipt").path("reference").asText())
                .forEach(references::add);
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines acknowledged by second, from the beginning until the last batch was answered. */
    public double perSecond() {
        return references().size() / ((System.nanoTime() - begin) / 1e9);
    }

    /** The references that the lines got; waits for the end of the batch that is under way. */
    public List<String> references() {
        close();
        return List.copyOf(references);
    }

    /** Sends no further batch. */
    @Override
    public void close() {
        isStopped = true;
        sending.join();
    }
}
