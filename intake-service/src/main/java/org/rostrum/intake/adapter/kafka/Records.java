package org.rostrum.intake.adapter.kafka;

import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.rostrum.contracts.EventCodec;
import org.rostrum.contracts.EventCodec.Decoded;
import org.rostrum.contracts.EventCodec.Undecodable;

/** From Kafka's records to our events. */
final class Records {
    private Records() {}

    static Decoded decode(ConsumerRecord<?, byte[]> record) throws Undecodable {
        return EventCodec.decode(text(record.headers()), record.value());
    }

    static Decoded decode(KafkaRecord<?, byte[]> record) throws Undecodable {
        return EventCodec.decode(text(record.getHeaders()), record.getPayload());
    }

    private static Map<String, String> text(Headers headers) {
        var text = new HashMap<String, String>();
        headers.forEach(header -> text.put(header.key(), EventCodec.text(header.value())));
        return text;
    }
}
