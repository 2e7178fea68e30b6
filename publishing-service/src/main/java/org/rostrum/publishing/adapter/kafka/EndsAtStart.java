package org.rostrum.publishing.adapter.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the log reached when reading it began. A log that lost its tail since, as a broker can that was restored or did
 * not flush, never gets there again: then its present end is far enough.
 */
final class EndsAtStart {
    private final Map<TopicPartition, Long> missing;

    private EndsAtStart(Map<TopicPartition, Long> ends) {
        missing = new HashMap<>(ends);
    }

    static EndsAtStart of(Consumer<?, ?> consumer) {
        return new EndsAtStart(consumer.endOffsets(consumer.assignment()));
    }

    /** Whether everything was read that was there at the start and is still there. */
    boolean areReached(Consumer<?, ?> consumer) {
        forgetReached(consumer);
        if (!missing.isEmpty()) {
            consumer.endOffsets(missing.keySet()).forEach((partition, end) -> missing.merge(partition, end, Math::min));
            forgetReached(consumer);
        }
        return missing.isEmpty();
    }

    private void forgetReached(Consumer<?, ?> consumer) {
        missing.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
