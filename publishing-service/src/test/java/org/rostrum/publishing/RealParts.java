package org.rostrum.publishing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.rostrum.contracts.EventCodec;
import org.rostrum.platform.objectstore.ObjectStoreConfig;
import org.rostrum.platform.objectstore.S3ObjectStore;
import org.rostrum.publishing.Chronicle.Told;

/** A real log and a real object store, as the environments of the service and of processing name them. */
public final class RealParts implements AutoCloseable {
    public static final String PUBLIC_URL = "https://public.example";
    private static final String PUBLIC_BUCKET = "rostrum-public";

    private final String kafka;
    private final KafkaProducer<String, byte[]> producer;
    /** With processing's keys, which write what publishing only reads. */
    public final S3ObjectStore artefacts;

    private final S3ObjectStore cleared;
    public final S3ObjectStore site;

    public RealParts(Map<String, String> environment, Map<String, String> processing) {
        kafka = Objects.requireNonNull(environment.get("KAFKA_BOOTSTRAP_SERVERS"));
        artefacts = store(processing, Chronicle.CLEARED_BUCKET);
        cleared = store(environment, Chronicle.CLEARED_BUCKET);
        site = store(environment, PUBLIC_BUCKET);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all"), new StringSerializer(), new ByteArraySerializer());
    }

    private static S3ObjectStore store(Map<String, String> environment, String bucket) {
        return new S3ObjectStore(new ObjectStoreConfig(
                URI.create(Objects.requireNonNull(environment.get("ROSTRUM_S3_ENDPOINT"))),
                Objects.requireNonNull(environment.get("ROSTRUM_S3_ACCESS_KEY")),
                Objects.requireNonNull(environment.get("ROSTRUM_S3_SECRET_KEY")),
                Objects.requireNonNull(environment.get("ROSTRUM_S3_REGION")),
                bucket));
    }

    /** The service without its HTTP side, following the log. */
    public Publishing startPublishing() {
        var publishing = new Publishing(new Publishing.Surroundings(
                cleared,
                Chronicle.CLEARED_BUCKET,
                site,
                PUBLIC_BUCKET,
                new HashMap<>(Map.of("bootstrap.servers", kafka)),
                PUBLIC_URL,
                "https://respond.example",
                1_000_000,
                new SimpleMeterRegistry(),
                InstantSource.system()));
        publishing.start();
        return publishing;
    }

    public RealParts store(Chronicle chronicle, byte[] artefact) {
        artefacts.createIfAbsent(chronicle.artefactOf(artefact).key(), artefact, "application/json");
        return this;
    }

    public void tell(Told... told) {
        for (var each : told) {
            var encoded = EventCodec.encode(each.id(), Instant.EPOCH, each.event());
            var message = new ProducerRecord<>(
                    encoded.topic(), encoded.key(), encoded.json().getBytes(StandardCharsets.UTF_8));
            encoded.headers()
                    .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            send(message);
        }
    }

    public void send(ProducerRecord<String, byte[]> message) {
        try {
            producer.send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything that a topic holds now. */
    public List<ConsumerRecord<String, byte[]>> read(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found;
        }
    }

    /** Every object of the public bucket with its fingerprint. */
    public Map<String, String> fingerprints() {
        var fingerprints = new TreeMap<String, String>();
        try (var keys = site.list("")) {
            keys.forEach(key -> fingerprints.put(
                    key, HexFormat.of().formatHex(Chronicle.sha256(site.get(key).orElseThrow()))));
        }
        return fingerprints;
    }

    /** Keys of the public bucket whose bytes hold the words. */
    public List<String> keysHolding(String words) {
        var needle = words.getBytes(StandardCharsets.UTF_8);
        try (var keys = site.list("")) {
            return keys.filter(key -> site.get(key)
                            .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1)
                                    .contains(new String(needle, StandardCharsets.ISO_8859_1)))
                            .orElse(false))
                    .toList();
        }
    }

    @Override
    public void close() {
        producer.close();
        artefacts.close();
        cleared.close();
        site.close();
    }
}
