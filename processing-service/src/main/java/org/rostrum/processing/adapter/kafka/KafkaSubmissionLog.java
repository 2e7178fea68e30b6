package org.rostrum.processing.adapter.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.rostrum.contracts.EventCodec;
import org.rostrum.contracts.SubmissionEvent;
import org.rostrum.contracts.Topic;
import org.rostrum.processing.usecase.Pauses;
import org.rostrum.processing.usecase.SubmissionLog;
import org.rostrum.processing.usecase.Unavailable;

/** Intake's topic from its first record, read beside the service's own consumer, whose offsets stay as they are. */
public record KafkaSubmissionLog(String bootstrapServers) implements SubmissionLog {
    private static final Logger LOG = Logger.getLogger(KafkaSubmissionLog.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    /** Reading a submission again may take long; no group waits for this consumer, so it may. */
    private static final int RECORDS_AT_ONCE = 200;

    @Override
    public void read(java.util.function.Consumer<SubmissionEvent> each) {
        try (var consumer = consumer()) {
            var partitions = consumer.partitionsFor(Topic.SUBMISSIONS.topicName()).stream()
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (!isAtEnd(consumer, partitions, ends)) {
                for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
                    if (message.offset() < ends.getOrDefault(partition(message), 0L)) {
                        hand(message, each);
                    }
                }
            }
        } catch (InterruptException e) {
            throw new Pauses.Stopping();
        } catch (KafkaException e) {
            throw new Unavailable("Kafka's log of submissions cannot be read; check that it runs.", e);
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "processing-replay",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        RECORDS_AT_ONCE),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static boolean isAtEnd(
            Consumer<String, byte[]> consumer, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        return partitions.stream()
                .allMatch(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
    }

    private static TopicPartition partition(ConsumerRecord<String, byte[]> message) {
        return new TopicPartition(message.topic(), message.partition());
    }

    private static void hand(
            ConsumerRecord<String, byte[]> message, java.util.function.Consumer<SubmissionEvent> each) {
        Map<String, String> headers = new HashMap<>();
        message.headers().forEach(header -> headers.put(header.key(), EventCodec.text(header.value())));
        try {
            if (EventCodec.decode(headers, message.value()).event() instanceof SubmissionEvent event) {
                each.accept(event);
            }
        } catch (EventCodec.Undecodable e) {
            LOG.debugf("A record that is no event of ours is in the dead letters; why=%s", e.getMessage());
        }
    }
}
