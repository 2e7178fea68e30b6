package org.rostrum.intake.adapter.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Topic;

/** Reads a whole topic by itself: no group, nothing committed, every partition from wherever it is told. Not thread-safe. */
final class TopicReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    TopicReader(String bootstrapServers, Topic topic, Map<Integer, Long> from) {
        this(kafka(bootstrapServers), topic, from);
    }

    TopicReader(
            org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer, Topic topic, Map<Integer, Long> from) {
        this.consumer = consumer;
        this.partitions = partitions(topic);
        consumer.assign(partitions);
        partitions.forEach(partition -> start(partition, from.get(partition.partition())));
    }

    private static KafkaConsumer<byte[], byte[]> kafka(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private List<TopicPartition> partitions(Topic topic) {
        var found = consumer.partitionsFor(topic.topicName(), PATIENCE);
        if (found == null || found.isEmpty()) {
            throw new IllegalStateException("the topic " + topic.topicName() + " does not exist; create it");
        }
        return found.stream()
                .map(part -> new TopicPartition(part.topic(), part.partition()))
                .toList();
    }

    private void start(TopicPartition partition, @Nullable Long offset) {
        if (offset == null) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seek(partition, offset);
        }
    }

    Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions, PATIENCE);
    }

    boolean hasReached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
    }

    /** Offsets by partition from which a later reader goes on. */
    Map<Integer, Long> positions() {
        return partitions.stream()
                .collect(Collectors.toMap(
                        TopicPartition::partition, partition -> consumer.position(partition, PATIENCE)));
    }

    ConsumerRecords<byte[], byte[]> poll(Duration atMost) {
        return consumer.poll(atMost);
    }

    /**
     * Everything from the start to where the topic ended when this was called; or to where it ends now, if a broker came
     * back with less than it had.
     */
    void readToEnd(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        var ends = ends();
        while (!hasReached(ends)) {
            var records = poll(Duration.ofMillis(200));
            records.forEach(reader);
            if (records.isEmpty()) {
                ends = earlier(ends, ends());
            }
        }
    }

    private static Map<TopicPartition, Long> earlier(Map<TopicPartition, Long> some, Map<TopicPartition, Long> others) {
        var earlier = new HashMap<>(some);
        others.forEach((partition, end) -> earlier.merge(partition, end, Math::min));
        return earlier;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
