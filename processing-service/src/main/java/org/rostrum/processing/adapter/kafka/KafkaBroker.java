package org.rostrum.processing.adapter.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.rostrum.contracts.EventCodec.Encoded;
import org.rostrum.processing.usecase.Broker;
import org.rostrum.processing.usecase.Pauses;
import org.rostrum.processing.usecase.Unavailable;

/** Kafka, asked to confirm every event by all in-sync replicas. */
public final class KafkaBroker implements Broker, AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final KafkaProducer<String, byte[]> producer;

    public KafkaBroker(String bootstrapServers) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "processing-outbox",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        10_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        30_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @Override
    public void deliver(List<Encoded> events) {
        try {
            var underWay = events.stream().map(this::send).toList();
            producer.flush();
            underWay.forEach(KafkaBroker::requireAcknowledged);
        } catch (InterruptException e) {
            throw new Pauses.Stopping();
        } catch (KafkaException e) {
            throw new Unavailable("Kafka took no event; check that it runs.", e);
        }
    }

    private Future<RecordMetadata> send(Encoded event) {
        var data = new ProducerRecord<>(event.topic(), event.key(), event.json().getBytes(StandardCharsets.UTF_8));
        event.headers().forEach((name, value) -> data.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return producer.send(data);
    }

    private static void requireAcknowledged(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Pauses.Stopping();
        } catch (ExecutionException e) {
            throw new Unavailable("Kafka did not confirm an event; check that it runs.", e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSING);
    }
}
