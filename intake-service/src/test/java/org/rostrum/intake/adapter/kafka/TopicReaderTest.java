package org.rostrum.intake.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rostrum.contracts.Topic;

class TopicReaderTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topic.SUBMISSIONS.topicName(), 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

    /** Whoever reads when a broker comes back without its unflushed tail waits for records that will never come. */
    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void stops_where_the_log_ends_now_if_it_lost_its_tail_meanwhile() {
        consumer.updatePartitions(
                PARTITION.topic(),
                List.of(new PartitionInfo(
                        PARTITION.topic(), PARTITION.partition(), Node.noNode(), new Node[0], new Node[0])));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 5L));
        consumer.schedulePollTask(() -> {
            consumer.addRecord(record(0));
            consumer.addRecord(record(1));
            consumer.updateEndOffsets(Map.of(PARTITION, 2L));
        });
        var read = new ArrayList<Long>();

        try (var topic = new TopicReader(consumer, Topic.SUBMISSIONS, Map.of())) {
            topic.readToEnd(record -> read.add(record.offset()));
        }

        assertThat(read).containsExactly(0L, 1L);
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset) {
        byte[] bytes = "x".getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, bytes, bytes);
    }
}
