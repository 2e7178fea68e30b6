package org.rostrum.intake.adapter.kafka;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.rostrum.contracts.Event;
import org.rostrum.contracts.EventCodec;
import org.rostrum.contracts.EventCodec.Encoded;
import org.rostrum.contracts.Topic;
import org.rostrum.intake.usecase.EventLog;

/** Appends with acks=all and waits. The producer gives up after its delivery timeout, a little before we do. */
@ApplicationScoped
public class KafkaEventLog implements EventLog {
    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final int WAITING = 4096;

    private final MutinyEmitter<String> submissions;
    private final MutinyEmitter<String> consultations;

    KafkaEventLog(
            @Channel("submissions-out") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = WAITING)
                    MutinyEmitter<String> submissions,
            @Channel("consultations-out") MutinyEmitter<String> consultations) {
        this.submissions = submissions;
        this.consultations = consultations;
    }

    @Override
    public void append(String eventId, Instant time, Event event) {
        var encoded = EventCodec.encode(eventId, time, event);
        try {
            emitter(Topic.of(event)).sendMessage(message(encoded)).await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            throw new LogUnavailable("the log did not confirm a record of " + encoded.topic(), e);
        }
    }

    private MutinyEmitter<String> emitter(Topic topic) {
        return switch (topic) {
            case SUBMISSIONS -> submissions;
            case CONSULTATIONS -> consultations;
            case PROCESSING, CLEARANCES, PUBLICATIONS ->
                throw new IllegalArgumentException("intake does not write " + topic.topicName());
        };
    }

    private static Message<String> message(Encoded encoded) {
        return Message.of(encoded.json())
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(encoded.key())
                        .withHeaders(headers(encoded))
                        .build());
    }

    private static Headers headers(Encoded encoded) {
        var headers = new RecordHeaders();
        encoded.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }
}
