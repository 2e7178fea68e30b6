package org.rostrum.publishing.adapter.kafka;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records that nobody can read, with the reason, for a person to look at. As every start reads the log from its beginning,
 * it first learns which ones are there already.
 */
public final class DeadLetters {
    public static final String TOPIC = "publishing.dead-letters";
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final String ORIGIN = "dead-letter-origin";

    private final Producer<String, byte[]> producer;
    private final Set<String> known = new HashSet<>();
    private final Map<ConsumerRecord<String, byte[]>, String> held = new LinkedHashMap<>();
    private boolean knowsAll;

    public DeadLetters(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    void learn(ConsumerRecord<String, byte[]> letter) {
        var origin = letter.headers().lastHeader(ORIGIN);
        if (origin != null) {
            known.add(new String(origin.value(), StandardCharsets.UTF_8));
        }
    }

    /** Every dead letter that was there at the start is known now: what is held and not among them is added. */
    void knowsAll() {
        knowsAll = true;
        held.forEach(this::send);
        held.clear();
    }

    void add(ConsumerRecord<String, byte[]> unreadable, String reason) {
        if (knowsAll) {
            send(unreadable, reason);
        } else {
            held.put(unreadable, reason);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback sees to failures
    private void send(ConsumerRecord<String, byte[]> unreadable, String reason) {
        var origin = unreadable.topic() + "/" + unreadable.partition() + "/" + unreadable.offset();
        if (!known.add(origin)) {
            return;
        }
        LOG.atError()
                .addKeyValue("origin", origin)
                .addKeyValue("reason", reason)
                .log("A record of the log cannot be read; it is put aside and the partition moves on.");
        var letter = new ProducerRecord<>(TOPIC, unreadable.key(), unreadable.value());
        unreadable.headers().forEach(header -> letter.headers().add(header));
        header(letter, ORIGIN, origin);
        header(letter, "dead-letter-reason", reason);
        header(letter, "dead-letter-topic", unreadable.topic());
        header(letter, "dead-letter-partition", String.valueOf(unreadable.partition()));
        header(letter, "dead-letter-offset", String.valueOf(unreadable.offset()));
        producer.send(letter, (ignored, failure) -> complain(origin, failure));
    }

    /** It is not lost: the next start finds it in the log again. */
    private static void complain(String origin, @Nullable Exception failure) {
        if (failure != null) {
            LOG.atError().addKeyValue("origin", origin).setCause(failure).log("A dead letter could not be written.");
        }
    }

    private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
