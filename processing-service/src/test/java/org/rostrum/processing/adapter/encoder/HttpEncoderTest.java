package org.rostrum.processing.adapter.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Json;
import org.rostrum.processing.usecase.Encoder.Role;

class HttpEncoderTest {
    private final List<String> read = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private int status = 200;
    private int numbers = 3;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/embeddings", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Places each text by its length, and answers in the opposite order. */
    private void answer(HttpExchange exchange) throws IOException {
        keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        var input = Json.mapper().readTree(exchange.getRequestBody()).path("input");
        var data = new ArrayList<Map<String, Object>>();
        for (int i = input.size() - 1; i >= 0; i--) {
            read.add(input.get(i).asText());
            var place =
                    new ArrayList<Double>(List.of(1.0 * input.get(i).asText().length(), 0.0, 0.0));
            data.add(Map.of("index", i, "embedding", place.subList(0, numbers)));
        }
        byte[] body = Json.write(Map.of("data", data));
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private HttpEncoder encoder() {
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/embeddings");
        return new HttpEncoder(new HttpEncoder.Endpoint(url, "any", "secret", 3), Prefixes.E5);
    }

    @Test
    void asks_for_all_texts_with_prefix_and_key_and_puts_the_answers_in_order() {
        try (var encoder = encoder()) {
            var texts = new ArrayList<String>();
            for (int i = 0; i < 40; i++) {
                texts.add("text " + i);
            }

            assertThat(encoder.encode(texts, Role.PASSAGE)).hasSize(40).allMatch(place -> place[0] == 1);
            assertThat(read).hasSize(40).contains("passage: text 0", "passage: text 39");
            assertThat(keys).containsOnly("Bearer secret");
        }
    }

    @Test
    void does_not_take_a_failure_for_an_answer() {
        status = 503;
        try (var encoder = encoder()) {
            assertThatThrownBy(() -> encoder.encode(List.of("text"), Role.QUERY))
                    .hasMessageContaining("503");
        }
    }

    @Test
    void does_not_take_places_of_another_size() {
        numbers = 2;
        try (var encoder = encoder()) {
            assertThatThrownBy(() -> encoder.encode(List.of("text"), Role.QUERY))
                    .hasMessageContaining("3 numbers");
        }
    }

    @Test
    void keeps_the_key_out_of_words_about_it() {
        assertThat(new HttpEncoder.Endpoint(URI.create("http://host/"), "any", "secret", 3))
                .asString()
                .doesNotContain("secret");
    }
}
