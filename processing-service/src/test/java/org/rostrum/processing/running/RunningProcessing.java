package org.rostrum.processing.running;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ConsultationEvent.ConsultationDefined;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Event;
import org.rostrum.contracts.EventCodec;
import org.rostrum.contracts.EventCodec.Decoded;
import org.rostrum.contracts.EventCodec.Undecodable;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.Reference;
import org.rostrum.platform.objectstore.ObjectStoreConfig;
import org.rostrum.platform.objectstore.S3ObjectStore;
import org.rostrum.stack.EmbeddedStack;
import org.rostrum.stack.Part;

/** The built service in a process of its own, its surroundings in theirs; shared by all tests, each with submissions of its own. */
final class RunningProcessing {
    static final ConsultationId CONSULTATION = new ConsultationId("broadband-now");
    static final Duration SOON = Duration.ofSeconds(30);
    private static final RunningProcessing SHARED = new RunningProcessing();

    final EmbeddedStack stack;
    final TestIssuer issuer;
    final S3ObjectStore intakeBucket;
    final S3ObjectStore clearedBucket;
    private final String url;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> environment;
    private Process process;

    static RunningProcessing shared() {
        return SHARED;
    }

    private RunningProcessing() {
        try {
            this.stack = EmbeddedStack.start(Path.of("target/stack"), Part.KAFKA, Part.S3, Part.POSTGRES);
            this.issuer = new TestIssuer();
            this.url = "http://localhost:" + freePort();
            this.environment = stack.environment(Part.PROCESSING);
            this.intakeBucket = bucket(stack.environment(Part.INTAKE), "rostrum-intake");
            this.clearedBucket = bucket(environment, "rostrum-cleared");
            this.process = launch();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
            define();
            awaitReady();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A bucket with its owner's keys: the test plays intake where it puts what intake would have received. */
    private S3ObjectStore bucket(Map<String, String> owner, String name) {
        return new S3ObjectStore(new ObjectStoreConfig(
                URI.create(stack.s3()),
                variable(owner, "ROSTRUM_S3_ACCESS_KEY"),
                variable(owner, "ROSTRUM_S3_SECRET_KEY"),
                variable(owner, "ROSTRUM_S3_REGION"),
                name));
    }

    String variable(String name) {
        return variable(environment, name);
    }

    private static String variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).orElseThrow();
    }

    private Process launch() {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                "target/quarkus-app/quarkus-run.jar");
        builder.environment().putAll(environment);
        builder.environment()
                .put("QUARKUS_HTTP_PORT", String.valueOf(URI.create(url).getPort()));
        builder.environment().put("ROSTRUM_PROCESSING_URL", url);
        builder.environment().put("ROSTRUM_OIDC_ISSUER", issuer.issuer());
        builder.environment()
                .put(
                        "ROSTRUM_EXTRACTION_CLASSPATH",
                        Path.of("../extraction-worker/target/dist").toAbsolutePath() + "/*");
        builder.environment().put("ROSTRUM_PROCESSING_RETRY_FIRST_PAUSE", "100ms");
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target/processing-it.log").toFile()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> get("/q/health/ready").statusCode() == 200);
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void start() {
        process = launch();
        awaitReady();
    }

    private void define() {
        tell("defined-" + Instant.now(), new ConsultationDefined(CONSULTATION, 1, definition(), Instant.now(), "max"));
    }

    private static ConsultationDefinition definition() {
        try {
            return Json.yamlMapper().readValue("""
                            id: broadband-now
                            title: Broadband for all
                            organiser: The Council
                            zone: Europe/Zurich
                            stakeholderGroups: [Civil society, Governments]
                            rounds:
                              - id: first
                                opens: 2026-01-01
                                accepts: [response]
                                instrument:
                                  - { number: "1", kind: question, text: "What helps to connect villages?" }
                                  - { number: "2", kind: question, text: "Who should pay for satellites?" }
                            """, ConsultationDefinition.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)));
    }

    HttpResponse<String> get(String path, String token) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token));
    }

    HttpResponse<String> post(String path, String json) {
        return post("staff", path, json);
    }

    HttpResponse<String> post(String role, String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + issuer.token(role))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> put(String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + issuer.token("staff"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> delete(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + issuer.token("staff"))
                .DELETE());
    }

    JsonNode json(String path) {
        return json(get(path, issuer.token("staff")));
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return Json.mapper().readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the case is at the state. */
    JsonNode awaitCase(Reference reference, String state) {
        return Awaitility.await()
                .atMost(SOON)
                .ignoreExceptions()
                .until(
                        () -> json("/api/v1/cases/" + reference),
                        file -> file.path("state").asText().equals(state));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void tell(String eventId, Event event) {
        var encoded = EventCodec.encode(eventId, Instant.now(), event);
        var data = new ProducerRecord<>(
                encoded.topic(), encoded.key(), encoded.json().getBytes(StandardCharsets.UTF_8));
        encoded.headers().forEach((name, value) -> data.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        produce(data);
    }

    void produce(ProducerRecord<String, byte[]> data) {
        var config = Map.<String, Object>of("bootstrap.servers", stack.kafka());
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            var _ = producer.send(data);
            producer.flush();
        }
    }

    /** Every event of a type about a submission on a topic, repetitions included. */
    <E extends Event> List<E> events(String topic, Reference reference, Class<E> type) {
        return records(topic).stream()
                .filter(data -> header(data, EventCodec.SUBJECT).equals(reference.value()))
                .map(RunningProcessing::decoded)
                .map(Decoded::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Decoded decoded(ConsumerRecord<String, byte[]> data) {
        var headers = new HashMap<String, String>();
        data.headers().forEach(header -> headers.put(header.key(), EventCodec.text(header.value())));
        try {
            return EventCodec.decode(headers, data.value());
        } catch (Undecodable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every record of a topic, from the beginning. */
    List<ConsumerRecord<String, byte[]>> records(String topic) {
        var config = Map.<String, Object>of("bootstrap.servers", stack.kafka(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var all = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
            return all;
        }
    }

    private static String header(ConsumerRecord<?, ?> data, String name) {
        var header = data.headers().lastHeader(name);
        return header == null ? "" : EventCodec.text(header.value());
    }
}
