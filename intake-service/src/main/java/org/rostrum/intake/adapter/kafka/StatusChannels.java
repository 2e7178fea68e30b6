package org.rostrum.intake.adapter.kafka;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.rostrum.contracts.EventCodec.Undecodable;
import org.rostrum.intake.usecase.Submissions;
import org.rostrum.intake.usecase.Submissions.ProjectionUnavailable;

/**
 * What the other services tell of submissions. A record that cannot be read goes to the dead letters; while the projection is
 * away the channel waits, in order, and loses nothing.
 */
@ApplicationScoped
public class StatusChannels {
    private static final Logger LOG = Logger.getLogger(StatusChannels.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Submissions submissions;

    StatusChannels(Submissions submissions) {
        this.submissions = submissions;
    }

    @Incoming("processing")
    @Blocking
    void processing(ConsumerRecord<String, byte[]> record) throws Undecodable, InterruptedException {
        take(record);
    }

    @Incoming("clearances")
    @Blocking
    void clearances(ConsumerRecord<String, byte[]> record) throws Undecodable, InterruptedException {
        take(record);
    }

    @Incoming("publications")
    @Blocking
    void publications(ConsumerRecord<String, byte[]> record) throws Undecodable, InterruptedException {
        take(record);
    }

    private void take(ConsumerRecord<String, byte[]> record) throws Undecodable, InterruptedException {
        var decoded = Records.decode(record);
        for (int attempt = 1; ; attempt++) {
            try {
                submissions.advance(decoded.id(), decoded.event());
                return;
            } catch (ProjectionUnavailable e) {
                waitForProjection(record.topic(), attempt, e);
            }
        }
    }

    private static void waitForProjection(String topic, int attempt, ProjectionUnavailable e)
            throws InterruptedException {
        if (attempt % 60 == 1) {
            LOG.warnf("Status waits for the database; topic=%s reason=%s", topic, e.getMessage());
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    }
}
