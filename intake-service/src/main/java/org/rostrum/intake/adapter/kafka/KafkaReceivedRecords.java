package org.rostrum.intake.adapter.kafka;

import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.rostrum.contracts.EventCodec.Undecodable;
import org.rostrum.contracts.SubmissionEvent;
import org.rostrum.contracts.Topic;
import org.rostrum.intake.usecase.ReceivedRecords;

/** Reads {@code submissions.v1} back, for the reconciler. */
public final class KafkaReceivedRecords implements ReceivedRecords {
    private static final Logger LOG = Logger.getLogger(KafkaReceivedRecords.class);

    private final String bootstrapServers;

    public KafkaReceivedRecords(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    @Override
    public Position read(Position from, Consumer<SubmissionEvent> reader) {
        try (var topic = new TopicReader(bootstrapServers, Topic.SUBMISSIONS, from.offsets())) {
            topic.readToEnd(record -> read(record, reader));
            return new Position(topic.positions());
        }
    }

    /** A record that nobody can read counts as missing, and is written again. */
    private static void read(ConsumerRecord<byte[], byte[]> record, Consumer<SubmissionEvent> reader) {
        try {
            if (Records.decode(record).event() instanceof SubmissionEvent event) {
                reader.accept(event);
            }
        } catch (Undecodable e) {
            LOG.warnf("A record cannot be read; topic=%s offset=%d", record.topic(), record.offset());
        }
    }
}
