package org.rostrum.system.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.rostrum.contracts.EventCodec;
import org.rostrum.contracts.EventCodec.Undecodable;
import org.rostrum.contracts.SubmissionEvent;
import org.rostrum.contracts.Topic;
import org.rostrum.platform.objectstore.S3ObjectStore;
import org.rostrum.system.faults.Evidence.Recorded;

/** Reads everything back from the real store and the real broker, directly, past every proxy. */
final class StoreAndLog {
    private final S3ObjectStore store;
    private final String bootstrapServers;

    StoreAndLog(S3ObjectStore store, String bootstrapServers) {
        this.store = store;
        this.bootstrapServers = bootstrapServers;
    }

    /** Objects never change once written, so a second look fetches only the keys of {@code known} that are new. */
    Evidence gather(Map<String, byte[]> known) {
        Map<String, byte[]> objects = new HashMap<>();
        for (var folder : List.of("submissions/", "attachments/")) {
            try (var keys = store.list(folder)) {
                keys.forEach(key -> objects.put(key, known.containsKey(key) ? known.get(key) : read(key)));
            }
        }
        return new Evidence(objects, records());
    }

    Evidence gather() {
        return gather(Map.of());
    }

    private byte[] read(String key) {
        return store.get(key).orElseThrow(() -> new IllegalStateException(key + " vanished while it was read"));
    }

    private List<Recorded> records() {
        var config = Map.<String, Object>of(
                "bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest", "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topic.SUBMISSIONS.topicName()).stream()
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<Recorded>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> records.add(decoded(record)));
            }
            return records;
        }
    }

    private static Recorded decoded(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), EventCodec.text(header.value())));
        try {
            var decoded = EventCodec.decode(headers, record.value());
            return new Recorded(decoded.id(), (SubmissionEvent) decoded.event());
        } catch (Undecodable e) {
            throw new IllegalStateException("a record of submissions.v1 cannot be read", e);
        }
    }
}
