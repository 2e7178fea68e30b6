package org.rostrum.system.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.rostrum.contracts.Event;
import org.rostrum.contracts.EventCodec;
import org.rostrum.intake.usecase.EventLog;

/** The topics through a plain producer, as intake configures it but for the acknowledgements. */
final class PlainLog implements EventLog {
    private final KafkaProducer<String, byte[]> producer;

    PlainLog(String bootstrapServers, String acks) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        acks,
                        "enable.idempotence",
                        acks.equals("all"),
                        "delivery.timeout.ms",
                        10_000,
                        "request.timeout.ms",
                        5_000,
                        "max.block.ms",
                        10_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @Override
    public void append(String eventId, Instant time, Event event) {
        var encoded = EventCodec.encode(eventId, time, event);
        var record = new ProducerRecord<>(
                encoded.topic(), encoded.key(), encoded.json().getBytes(UTF_8));
        encoded.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new LogUnavailable("the log did not confirm", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted while the log was asked", e);
        }
    }
}
