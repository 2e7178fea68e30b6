package org.rostrum.publishing.adapter.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.EventCodec;
import org.rostrum.contracts.Topic;
import org.rostrum.publishing.domain.PublicRecord;
import org.rostrum.publishing.usecase.Alarms;
import org.rostrum.publishing.usecase.PublishRecord;
import org.rostrum.publishing.usecase.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads every partition of every topic from the beginning, without a group and without committing anything: the record is
 * in memory and is made anew at each start. Only when everything that the log held at the start is read does the site
 * change, so that what was cleared and then withheld is never shown again in between.
 */
public final class KafkaLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaLog.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration BETWEEN_NUMBERS = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration LOOK_FOR_PARTITIONS = Duration.ofMinutes(1);
    private static final List<String> TOPICS = Stream.concat(
                    Stream.of(Topic.values()).map(Topic::topicName), Stream.of(DeadLetters.TOPIC))
            .toList();

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final PublishRecord publishing;
    private final DeadLetters deadLetters;
    private final Alarms alarms;
    private final Thread thread = Thread.ofPlatform().name("publishing-log").unstarted(this::run);

    private volatile @Nullable Consumer<String, byte[]> current;
    private volatile boolean stopped;
    private volatile boolean caughtUp;
    private long settledAt = System.nanoTime();

    /** @param consumers each without group, with auto commit off, and starting at the earliest record */
    public KafkaLog(
            Supplier<Consumer<String, byte[]>> consumers,
            PublishRecord publishing,
            DeadLetters deadLetters,
            Alarms alarms) {
        this.consumers = consumers;
        this.publishing = publishing;
        this.deadLetters = deadLetters;
        this.alarms = alarms;
    }

    public void start() {
        thread.start();
    }

    /** Whether the site says what the log said when we started, and follows it since. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    private void run() {
        while (!stopped) {
            try (var consumer = consumers.get()) {
                current = consumer;
                follow(consumer);
            } catch (WakeupException e) {
                LOG.debug("woken up to stop");
            } catch (RuntimeException e) {
                // Reading anew from the beginning is safe: the record takes repetition for what it is.
                LOG.atError().setCause(e).log("Following the log broke off; it is read anew.");
                alarms.behind("following the log broke off");
                LockSupport.parkNanos(RETRY.toNanos());
            } finally {
                current = null;
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        assign(consumer);
        var ends = EndsAtStart.of(consumer);
        long looked = System.nanoTime();
        while (!stopped) {
            consumer.poll(POLL).forEach(this::take);
            if ((caughtUp || ends.areReached(consumer)) && isDue()) {
                settle();
            }
            if (System.nanoTime() - looked > LOOK_FOR_PARTITIONS.toNanos()) {
                assign(consumer);
                looked = System.nanoTime();
            }
        }
    }

    /** Adds partitions that are not read yet, from their beginning. */
    private static void assign(Consumer<String, byte[]> consumer) {
        var known = consumer.assignment();
        var all = TOPICS.stream()
                .flatMap(topic -> partitions(consumer, topic).stream())
                .collect(Collectors.toCollection(HashSet::new));
        all.addAll(known);
        Set<TopicPartition> fresh = new HashSet<>(all);
        fresh.removeAll(known);
        if (!fresh.isEmpty()) {
            consumer.assign(all);
            consumer.seekToBeginning(fresh);
        }
    }

    private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer, String topic) {
        var infos = consumer.partitionsFor(topic);
        if (infos == null || infos.isEmpty()) {
            throw new KafkaException("There is no topic " + topic + "; create it from deploy/topics.yaml.");
        }
        return infos.stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    /** In a rush numbers change hundreds of times a second, and nobody reads that fast. */
    private boolean isDue() {
        return !publishing.hasOnlyCounted() || System.nanoTime() - settledAt >= BETWEEN_NUMBERS.toNanos();
    }

    private void settle() {
        try {
            publishing.settle();
            settledAt = System.nanoTime();
            if (!caughtUp) {
                caughtUp = true;
                deadLetters.knowsAll();
                LOG.info("Everything that the log holds is on the site.");
            }
        } catch (StoreUnavailable e) {
            LOG.atWarn().setCause(e).log("The site could not be brought up to date; it is tried again.");
            alarms.behind(String.valueOf(e.getMessage()));
            LockSupport.parkNanos(RETRY.toNanos());
        }
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        if (message.topic().equals(DeadLetters.TOPIC)) {
            deadLetters.learn(message);
            return;
        }
        try {
            decode(message)
                    .ifPresentOrElse(event -> take(message, event), () -> deadLetters.add(message, "wrong-topic"));
        } catch (EventCodec.Undecodable e) {
            deadLetters.add(message, "undecodable");
        }
    }

    private static Optional<EventCodec.Decoded> decode(ConsumerRecord<String, byte[]> message)
            throws EventCodec.Undecodable {
        var headers = new HashMap<String, String>();
        message.headers()
                .forEach(header ->
                        headers.put(header.key(), header.value() == null ? "" : EventCodec.text(header.value())));
        var value = message.value() == null ? new byte[0] : message.value();
        var decoded = EventCodec.decode(headers, value);
        return Optional.of(decoded)
                .filter(it -> Topic.of(it.event()).topicName().equals(message.topic()));
    }

    private void take(ConsumerRecord<String, byte[]> message, EventCodec.Decoded decoded) {
        try {
            if (Completeness.isComplete(decoded.event())) {
                publishing.take(decoded.id(), decoded.event());
            } else {
                deadLetters.add(message, "incomplete");
            }
        } catch (PublicRecord.Contradiction e) {
            deadLetters.add(message, "contradiction");
        }
    }

    @Override
    public void close() {
        stopped = true;
        var consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
