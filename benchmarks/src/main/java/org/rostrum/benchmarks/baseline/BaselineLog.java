package org.rostrum.benchmarks.baseline;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;

/** Appends a record as large as intake's, with intake's settings, and waits until every in-sync replica has it. */
final class BaselineLog implements AutoCloseable {
    static final String TOPIC = "benchmark.baseline";

    private static final String VALUE = "{\"padding\":\"" + "x".repeat(600) + "\"}";
    private static final List<Header> HEADERS = List.of(
            header("ce_specversion", "1.0"),
            header("ce_type", "org.rostrum.benchmark"),
            header("ce_source", "/rostrum/benchmark"),
            header("ce_subject", "BASELINE"),
            header("ce_time", "2026-11-22T00:00:00Z"),
            header("ce_id", "received-00000000-0000-0000-0000-000000000000"),
            header("content-type", "application/json"));

    private final KafkaProducer<String, String> producer;

    BaselineLog(String bootstrapServers) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        10_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        5_000,
                        ProducerConfig.LINGER_MS_CONFIG,
                        1,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                new StringSerializer(),
                new StringSerializer());
    }

    void append(String key) {
        try {
            var _ = producer.send(new ProducerRecord<>(TOPIC, null, null, key, VALUE, HEADERS))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the log did not confirm", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the log was confirming", e);
        }
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
