package org.rostrum.intake.running;

import java.io.ByteArrayOutputStream;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Event;
import org.rostrum.contracts.EventCodec;
import org.rostrum.platform.objectstore.ObjectStoreConfig;
import org.rostrum.platform.objectstore.S3ObjectStore;
import org.rostrum.stack.EmbeddedStack;
import org.rostrum.stack.Part;

/** The built service in a process of its own, its surroundings in theirs; shared by all tests, which use keys of their own. */
final class RunningIntake {
    private static final RunningIntake SHARED = new RunningIntake();

    static final String CONSULTATION = "broadband-now";

    final EmbeddedStack stack;
    final TestIssuer issuer;
    final S3ObjectStore store;
    final String url;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path log;
    private final Map<String, String> environment;
    private Process process;

    static RunningIntake shared() {
        return SHARED;
    }

    private RunningIntake() {
        try {
            this.stack = EmbeddedStack.start(Path.of("target/stack"), Part.KAFKA, Part.S3, Part.POSTGRES, Part.MAIL);
            this.issuer = new TestIssuer();
            this.url = "http://localhost:" + freePort();
            this.log = Path.of("target/intake-it.log");
            this.environment = stack.environment(Part.INTAKE);
            this.store = new S3ObjectStore(new ObjectStoreConfig(
                    URI.create(stack.s3()),
                    variable("ROSTRUM_S3_ACCESS_KEY"),
                    variable("ROSTRUM_S3_SECRET_KEY"),
                    variable("ROSTRUM_S3_REGION"),
                    "rostrum-intake"));
            this.process = launch();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
            awaitReady();
            define();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another process of the service beside the shared one, on the same store and log, with settings of its own. */
    private RunningIntake(RunningIntake shared, Map<String, String> settings) throws IOException {
        this.stack = shared.stack;
        this.issuer = shared.issuer;
        this.store = shared.store;
        this.url = "http://localhost:" + freePort();
        this.environment = new HashMap<>(shared.environment);
        this.environment.putAll(settings);
        this.log = Path.of("target/intake-it-%d.log".formatted(URI.create(url).getPort()));
        Files.deleteIfExists(log);
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
        awaitReady();
    }

    /** Ends with the tests, or with {@link #stop}. */
    static RunningIntake with(Map<String, String> settings) {
        try {
            return new RunningIntake(shared(), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        process.destroy();
    }

    private String variable(String name) {
        return Optional.ofNullable(environment.get(name)).orElseThrow();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Process launch() {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                "target/quarkus-app/quarkus-run.jar");
        // Tests fill in forms faster than people.
        builder.environment().put("ROSTRUM_INTAKE_FORM_FASTEST", "0s");
        builder.environment().putAll(environment);
        builder.environment()
                .put("QUARKUS_HTTP_PORT", String.valueOf(URI.create(url).getPort()));
        builder.environment().put("ROSTRUM_INTAKE_URL", url);
        builder.environment().put("ROSTRUM_OIDC_ISSUER", issuer.issuer());
        builder.environment().put("ROSTRUM_INTAKE_RECONCILE_RETRY_EVERY", "1s");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String logged() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> get("/q/health/ready").statusCode() == 200);
    }

    void killAndStart() throws InterruptedException {
        kill();
        startAgain();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void startAgain() {
        process = launch();
        awaitReady();
    }

    private void define() {
        var answer =
                put("/api/v1/consultations/" + CONSULTATION, issuer.token("manager"), "application/yaml", definition());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.body());
        }
    }

    /** Open today, whatever today is; and the same every day, since an open round keeps its dates. */
    static String definition() {
        return """
                id: broadband-now
                title: { en: Broadband for all, ar: النطاق العريض للجميع }
                organiser: The Council
                zone: Europe/Zurich
                unofficialLanguages: [ar]
                stakeholderGroups: [Academia, Civil society]
                rounds:
                  - id: first
                    accepts: [response]
                    opens: %s
                    closes: %s
                    instrument:
                      - number: "2"
                        kind: question
                        text: { en: "What helps?", ar: "ما الذي يساعد؟" }
                        areas:
                          - { number: "2.e", text: IPv6 }
                  - { id: past, accepts: [response], opens: 2024-01-01, closes: 2024-02-01T12:00, instrumentOf: first }
                  - { id: insiders, audience: members, accepts: [response], opens: %1$s, closes: %2$s, instrumentOf: first }
                """.formatted("2024-03-01", "2099-12-31");
    }

    static String answer(String text) {
        return """
                {"respondent":{"givenName":"Ada","familyName":"Lovelace","country":"GB","email":"ada@example.org"},
                 "answers":[{"item":"2.e","text":"%s"}],"publication":"public","declaration":true}""".formatted(text);
    }

    HttpResponse<String> post(String key, String json) {
        return post("first", key, json);
    }

    HttpResponse<String> post(String round, String key, String json) {
        return send(request(submissions(round))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(json)));
    }

    static String submissions(String round) {
        return "/api/v1/consultations/" + CONSULTATION + "/rounds/" + round + "/submissions";
    }

    HttpResponse<String> get(String path, String... headers) {
        var request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** The page of the first mail in whose subject the word stands; empty while there is none. */
    String mailAbout(String word) {
        var box = URI.create(stack.mailPages());
        var list = send(HttpRequest.newBuilder(box)).body();
        return Arrays.stream(list.split("<tr>"))
                .filter(row -> row.contains(word))
                .findFirst()
                .map(row -> row.replaceAll("(?s).*href=\"([^\"]+)\".*", "$1"))
                .map(path -> send(HttpRequest.newBuilder(box.resolve(path))).body())
                .orElse("");
    }

    HttpResponse<String> put(String path, String token, String type, String body) {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .PUT(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(60));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A multipart body, written by hand as a browser does. */
    static final class Multipart {
        static final String TYPE = "multipart/form-data; boundary=edge";
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Multipart field(String name, String value) {
            return part("form-data; name=\"%s\"".formatted(name), null, value.getBytes(StandardCharsets.UTF_8));
        }

        Multipart file(String name, String fileName, byte[] content) {
            return part(
                    "form-data; name=\"%s\"; filename=\"%s\"".formatted(name, fileName),
                    "application/octet-stream",
                    content);
        }

        private Multipart part(String disposition, @Nullable String type, byte[] content) {
            var head = "--edge\r\nContent-Disposition: " + disposition
                    + (type == null ? "" : "\r\nContent-Type: " + type) + "\r\n\r\n";
            bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(content);
            bytes.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
            return this;
        }

        byte[] body() {
            var whole = new ByteArrayOutputStream();
            whole.writeBytes(bytes.toByteArray());
            whole.writeBytes("--edge--\r\n".getBytes(StandardCharsets.UTF_8));
            return whole.toByteArray();
        }
    }

    HttpResponse<String> post(String path, Multipart form, String... headers) {
        var request =
                request(path).header("Content-Type", Multipart.TYPE).POST(BodyPublishers.ofByteArray(form.body()));
        return send(headers.length == 0 ? request : request.headers(headers));
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
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** Distinct ids of the events about one submission. */
    List<String> eventIds(String reference) {
        return records("submissions.v1").stream()
                .filter(record -> header(record, EventCodec.SUBJECT).equals(reference))
                .map(record -> header(record, EventCodec.ID))
                .distinct()
                .toList();
    }

    static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : EventCodec.text(header.value());
    }

    /** The projection's database, with intake's own rights. */
    Connection database() throws SQLException {
        return DriverManager.getConnection(
                variable("ROSTRUM_POSTGRES_URL"),
                variable("ROSTRUM_POSTGRES_USER"),
                variable("ROSTRUM_POSTGRES_PASSWORD"));
    }

    void tell(String eventId, Event event) throws Exception {
        var encoded = EventCodec.encode(eventId, Instant.now(), event);
        var record = new ProducerRecord<>(
                encoded.topic(), encoded.key(), encoded.json().getBytes(StandardCharsets.UTF_8));
        encoded.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        produce(record);
    }

    void produce(ProducerRecord<String, byte[]> record) throws Exception {
        produceTogether(List.of(record));
    }

    void produceTogether(List<ProducerRecord<String, byte[]>> records) throws Exception {
        var config = Map.<String, Object>of("bootstrap.servers", stack.kafka(), "linger.ms", 5);
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            for (var sent : records.stream().map(producer::send).toList()) {
                sent.get();
            }
        }
    }
}
