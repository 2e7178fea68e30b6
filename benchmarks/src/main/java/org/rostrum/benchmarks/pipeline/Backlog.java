package org.rostrum.benchmarks.pipeline;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.rostrum.benchmarks.BenchFailure;
import org.rostrum.benchmarks.system.SystemUnderTest;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.EventCodec;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionEvent.SubmissionReceived;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.SubmissionKind;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.contracts.SubmissionManifest.Respondent;
import org.rostrum.contracts.Topic;
import org.rostrum.platform.objectstore.ObjectStoreConfig;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;
import org.rostrum.platform.objectstore.S3ObjectStore;
import org.rostrum.platform.objectstore.Sha256;

/**
 * Submissions put where intake puts them, all manifests before the first record: what processing then does per second
 * depends on nothing else.
 */
final class Backlog implements AutoCloseable {
    private static final String BUCKET = "rostrum-intake";
    private static final Duration STALLED = Duration.ofMinutes(3);
    private static final int TRIES = 3;
    /** Letters that are in memory at a time. */
    private static final int AT_HAND = 1_000;

    private final SystemUnderTest system;
    private final S3ObjectStore store;
    private final String run =
            String.format(Locale.ROOT, "%08x", ThreadLocalRandom.current().nextInt());
    private int count;

    Backlog(SystemUnderTest system) {
        this.system = system;
        var variables = system.environment("intake");
        this.store = new S3ObjectStore(new ObjectStoreConfig(
                URI.create(required(variables, "ROSTRUM_S3_ENDPOINT")),
                required(variables, "ROSTRUM_S3_ACCESS_KEY"),
                required(variables, "ROSTRUM_S3_SECRET_KEY"),
                required(variables, "ROSTRUM_S3_REGION"),
                BUCKET));
    }

    private static String required(Map<String, String> variables, String name) {
        return Objects.requireNonNull(variables.get(name), name);
    }

    /** A person and what they say. */
    record Letter(String given, String family, String text) {
        @Override
        public String toString() {
            return "Letter[" + text.length() + " characters]";
        }
    }

    /** Submissions per second from the first record in the log until the last of so many is processed. */
    double perSecond(String consultation, int number, Supplier<Letter> letters) {
        var received = stored(consultation, number, letters);
        try (var answers = answers()) {
            long begin = System.nanoTime();
            tell(received);
            await(answers, received);
            return number / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private List<SubmissionReceived> stored(String consultation, int number, Supplier<Letter> letters) {
        var received = new ArrayList<SubmissionReceived>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            while (received.size() < number) {
                var writing = new ArrayList<Future<?>>();
                while (writing.size() < AT_HAND && received.size() < number) {
                    var manifest = manifest(consultation, letters.get());
                    byte[] json = Json.writeCanonical(manifest);
                    var key = "submissions/" + manifest.reference() + "/1/manifest.json";
                    writing.add(threads.submit(() -> put(key, json)));
                    var object = new ObjectRef(BUCKET, key, Sha256.of(json).hex(), json.length);
                    received.add(event(manifest, object));
                }
                writing.forEach(Backlog::requireDone);
            }
        }
        return received;
    }

    /** As a client that is told 503 sends again: a store may stall while it writes a hundred thousand. */
    private void put(String key, byte[] json) {
        for (int tries = 1; ; tries++) {
            try {
                store.put(key, json, "application/json");
                return;
            } catch (ObjectStoreUnavailable e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static void requireDone(Future<?> writing) {
        try {
            writing.get();
        } catch (ExecutionException e) {
            throw new BenchFailure("A submission could not be put into the store.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted while submissions were put into the store.", e);
        }
    }

    private SubmissionManifest manifest(String consultation, Letter letter) {
        var id = run + "%024x".formatted(count++);
        return new SubmissionManifest(
                SubmissionManifest.SCHEMA,
                new SubmissionId("1-" + id),
                Reference.fromDigest(Sha256.of(id.getBytes(StandardCharsets.US_ASCII))
                        .hex()
                        .substring(0, 20)
                        .getBytes(StandardCharsets.US_ASCII)),
                1,
                new ConsultationId(consultation),
                new RoundId("open"),
                SubmissionKind.RESPONSE,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                "digest",
                1,
                new Respondent(letter.given(), letter.family(), null, null, null, "Individual"),
                null,
                "en",
                Publication.PUBLIC,
                true,
                null,
                List.of(),
                letter.text(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                null);
    }

    private static SubmissionReceived event(SubmissionManifest manifest, ObjectRef object) {
        return new SubmissionReceived(
                manifest.submission(),
                manifest.reference(),
                manifest.consultation(),
                manifest.round(),
                1,
                manifest.kind(),
                manifest.publication(),
                object,
                0,
                manifest.receivedAt(),
                List.of(),
                manifest.sealedContact() != null);
    }

    private void tell(List<SubmissionReceived> received) {
        var settings = Map.<String, Object>of("bootstrap.servers", system.kafka(), "acks", "all", "linger.ms", 5);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (var event : received) {
                var encoded = EventCodec.encode(event.submission() + "/1/received", event.receivedAt(), event);
                var data = new ProducerRecord<>(
                        encoded.topic(), encoded.key(), encoded.json().getBytes(StandardCharsets.UTF_8));
                encoded.headers()
                        .forEach((name, value) -> data.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                var _ = producer.send(data);
            }
            producer.flush();
        }
    }

    /** What processing says from now on. */
    private KafkaConsumer<byte[], byte[]> answers() {
        Map<String, Object> settings = Map.of("bootstrap.servers", system.kafka(), "enable.auto.commit", false);
        var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(Topic.PROCESSING.topicName()).stream()
                .map(part -> new TopicPartition(part.topic(), part.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    private static void await(KafkaConsumer<byte[], byte[]> answers, List<SubmissionReceived> received) {
        Set<String> missing = new HashSet<>();
        received.forEach(event -> missing.add(event.reference().value()));
        long last = System.nanoTime();
        while (!missing.isEmpty()) {
            for (var found : answers.poll(Duration.ofMillis(100))) {
                var subject = found.headers().lastHeader(EventCodec.SUBJECT);
                if (missing.remove(EventCodec.text(subject.value()))) {
                    last = System.nanoTime();
                }
            }
            if (System.nanoTime() - last > STALLED.toNanos()) {
                throw new BenchFailure(missing.size() + " submissions were not processed; see processing's log.");
            }
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
