package org.rostrum.intake.adapter.kafka;

import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.rostrum.contracts.EventCodec.Decoded;
import org.rostrum.contracts.EventCodec.Undecodable;
import org.rostrum.intake.usecase.Submissions;
import org.rostrum.intake.usecase.Submissions.ProjectionUnavailable;

/**
 * What the other services tell of submissions; what the broker had is taken as one batch. A record that cannot be read goes to
 * the dead letters, and its neighbours count; while the projection is away the channel waits, in order, and loses nothing.
 */
@ApplicationScoped
public class StatusChannels {
    private static final Logger LOG = Logger.getLogger(StatusChannels.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Submissions submissions;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    StatusChannels(Submissions submissions) {
        this.submissions = submissions;
    }

    @PreDestroy
    void stop() {
        stopping = true;
    }

    @Incoming("processing")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> processing(KafkaRecordBatch<String, byte[]> batch) {
        return take(batch);
    }

    @Incoming("clearances")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> clearances(KafkaRecordBatch<String, byte[]> batch) {
        return take(batch);
    }

    @Incoming("publications")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> publications(KafkaRecordBatch<String, byte[]> batch) {
        return take(batch);
    }

    private record Understood(KafkaRecord<String, byte[]> record, Decoded decoded) {}

    private record Refused(KafkaRecord<String, byte[]> record, Exception reason) {}

    /** The next batch comes when the answer is complete. */
    private CompletionStage<Void> take(KafkaRecordBatch<String, byte[]> batch) {
        return CompletableFuture.supplyAsync(() -> answer(batch), threads).thenCompose(Supplier::get);
    }

    /**
     * What to answer the broker, once all of it is in the projection: offsets are committed after the dead letters are
     * written. Nothing is answered if the process ends first: the batch comes again after the next start.
     */
    private Supplier<CompletionStage<Void>> answer(KafkaRecordBatch<String, byte[]> batch) {
        var understood = new ArrayList<Understood>();
        var refused = new ArrayList<Refused>();
        for (var record : batch.getRecords()) {
            try {
                understood.add(new Understood(record, Records.decode(record)));
            } catch (Undecodable e) {
                refused.add(new Refused(record, e));
            }
        }
        try {
            refused.addAll(advance(understood));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture::new;
        }
        return () -> toDeadLetters(refused).thenCompose(_ -> batch.ack());
    }

    private static CompletionStage<Void> toDeadLetters(List<Refused> refused) {
        CompletionStage<Void> written = CompletableFuture.completedStage(null);
        for (var each : refused) {
            LOG.warnf("A record goes to the dead letters; reason=%s", each.reason());
            written = written.thenCompose(_ -> each.record().nack(each.reason()));
        }
        return written;
    }

    /** Of what cannot be taken together each is taken alone, so that none suffers from another. */
    private List<Refused> advance(List<Understood> together) throws InterruptedException {
        try {
            advanceWhenPossible(together);
            return List.of();
        } catch (RuntimeException e) {
            if (together.size() == 1) {
                return List.of(new Refused(together.getFirst().record(), e));
            }
        }
        var refused = new ArrayList<Refused>();
        for (var each : together) {
            refused.addAll(advance(List.of(each)));
        }
        return refused;
    }

    private void advanceWhenPossible(List<Understood> together) throws InterruptedException {
        var told = together.stream().map(Understood::decoded).toList();
        for (int attempt = 1; ; attempt++) {
            try {
                submissions.advance(told);
                return;
            } catch (ProjectionUnavailable e) {
                waitForProjection(together.getFirst().record().getTopic(), attempt, e);
                if (stopping) {
                    throw new InterruptedException("this process is about to end");
                }
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
