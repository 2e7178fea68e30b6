package org.rostrum.processing.adapter.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.rostrum.contracts.Json;
import org.rostrum.processing.usecase.Encoder;

/**
 * An encoder behind HTTP, spoken to as the widespread {@code /v1/embeddings}: {@code {"model", "input": [texts]}} gives
 * {@code {"data": [{"index", "embedding": [numbers]}]}}.
 */
public final class HttpEncoder implements Encoder, AutoCloseable {
    private static final int BATCH = 32;
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(60);

    private final Endpoint endpoint;
    private final Prefixes prefixes;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * Where the encoder is.
     *
     * @param model its name there
     * @param key sent as a bearer token; blank for none
     */
    public record Endpoint(URI url, String model, String key, int dimension) {
        public Endpoint {
            if (dimension < 1) {
                throw new IllegalArgumentException("State how many numbers the encoder gives for a text.");
            }
        }

        /** Leaves the key out of logs. */
        @Override
        public String toString() {
            return "Endpoint[" + url + ", " + model + "]";
        }
    }

    public HttpEncoder(Endpoint endpoint, Prefixes prefixes) {
        this.endpoint = endpoint;
        this.prefixes = prefixes;
    }

    @Override
    public String version() {
        return "http:" + endpoint.model() + ":" + prefixes.fingerprint();
    }

    @Override
    public int dimension() {
        return endpoint.dimension();
    }

    @Override
    public List<float[]> encode(List<String> texts, Role role) {
        var places = new ArrayList<float[]>();
        for (int from = 0; from < texts.size(); from += BATCH) {
            places.addAll(asked(texts.subList(from, Math.min(texts.size(), from + BATCH)), role));
        }
        return places;
    }

    private List<float[]> asked(List<String> texts, Role role) {
        var input = texts.stream().map(text -> prefixes.before(role) + text).toList();
        var request = HttpRequest.newBuilder(endpoint.url())
                .timeout(ANSWERING)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.write(Map.of("model", endpoint.model(), "input", input))));
        if (!endpoint.key().isBlank()) {
            request.header("Authorization", "Bearer " + endpoint.key());
        }
        try {
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("The encoder answered " + response.statusCode() + ".");
            }
            return places(Json.mapper().readTree(response.body()), texts.size());
        } catch (IOException e) {
            throw new UncheckedIOException("The encoder does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the encoder.", e);
        }
    }

    private List<float[]> places(JsonNode answer, int count) {
        float[][] places = new float[count][];
        for (JsonNode entry : answer.path("data")) {
            int index = entry.path("index").asInt(-1);
            if (index >= 0 && index < count) {
                places[index] = place(entry.path("embedding"));
            }
        }
        if (Arrays.stream(places).anyMatch(place -> place == null || place.length != endpoint.dimension())) {
            throw new IllegalStateException(
                    "The encoder did not answer with %d places of %d numbers.".formatted(count, endpoint.dimension()));
        }
        return List.of(places);
    }

    private static float[] place(JsonNode numbers) {
        float[] place = new float[numbers.size()];
        for (int i = 0; i < place.length; i++) {
            place[i] = (float) numbers.get(i).asDouble();
        }
        return Lengths.unit(place);
    }

    @Override
    public void close() {
        client.close();
    }
}
