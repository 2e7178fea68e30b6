package org.rostrum.publishing.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On Kafka's own consumer in memory: no real broker loses its tail when asked to. */
class EndsAtStartTest {
    private static final TopicPartition PARTITION = new TopicPartition("clearances.v1", 0);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");

    @BeforeEach
    void hold_five_records_of_which_three_can_be_read() {
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 5L));
        for (int offset = 0; offset < 3; offset++) {
            consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, offset, "key", new byte[0]));
        }
    }

    @Test
    void waits_for_everything_that_was_there_at_the_start() {
        var ends = EndsAtStart.of(consumer);

        consumer.poll(Duration.ZERO);

        assertThat(ends.areReached(consumer)).isFalse();
    }

    @Test
    void does_not_wait_for_a_tail_that_was_lost() {
        var ends = EndsAtStart.of(consumer);
        consumer.poll(Duration.ZERO);

        consumer.updateEndOffsets(Map.of(PARTITION, 3L));

        assertThat(ends.areReached(consumer)).isTrue();
    }

    @Test
    void does_not_wait_for_what_came_later() {
        consumer.updateEndOffsets(Map.of(PARTITION, 3L));
        var ends = EndsAtStart.of(consumer);
        consumer.poll(Duration.ZERO);

        consumer.updateEndOffsets(Map.of(PARTITION, 9L));

        assertThat(ends.areReached(consumer)).isTrue();
    }
}
