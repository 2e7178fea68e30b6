package org.rostrum.processing.adapter.kafka;

import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.rostrum.contracts.EventCodec;
import org.rostrum.processing.usecase.HandleEvents;
import org.rostrum.processing.usecase.Pauses;
import org.rostrum.processing.usecase.RawEvent;

/**
 * Takes events from the topics, one after the other in each consumer; the offset follows the transaction. What cannot be
 * decoded goes to the dead letters.
 */
@ApplicationScoped
class EventConsumer {
    private static final Logger LOG = Logger.getLogger(EventConsumer.class);

    /** After something stood in the way of many, so many are handled one by one before the rest is tried together again. */
    private static final int FEW = 200;

    private final HandleEvents events;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    EventConsumer(HandleEvents events) {
        this.events = events;
    }

    @Incoming("consultations")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> consultation(Message<byte[]> message) {
        return consume(message);
    }

    /** What waits is taken together as far as it can be; a batch is what the broker had. */
    @Incoming("submissions")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> submissions(KafkaRecordBatch<String, byte[]> batch) {
        return CompletableFuture.supplyAsync(() -> handled(batch), threads).thenCompose(Supplier::get);
    }

    private Supplier<CompletionStage<Void>> handled(KafkaRecordBatch<String, byte[]> batch) {
        try {
            return answer(batch);
        } catch (Pauses.Stopping e) {
            return CompletableFuture::new;
        }
    }

    /**
     * What cannot be handled goes to the dead letters, then the batch is answered as a whole: of records that are answered one by one
     * the connector would remember each offset for ever.
     */
    private Supplier<CompletionStage<Void>> answer(KafkaRecordBatch<String, byte[]> batch) {
        List<? extends Message<byte[]>> messages = batch.getRecords();
        var raws = messages.stream().map(EventConsumer::raw).toList();
        CompletionStage<Void> refused = CompletableFuture.completedStage(null);
        int at = 0;
        while (at < raws.size()) {
            int together = Math.max(1, events.canBeTogether(raws.subList(at, raws.size())));
            int done = together == 1 ? 0 : events.handleTogether(raws.subList(at, at + together));
            int alone = done == 0 ? Math.min(together, FEW) : 0;
            for (var message : messages.subList(at, at + alone)) {
                var refusal = refusal(message);
                if (refusal.isPresent()) {
                    refused = refused.thenCompose(_ -> message.nack(refusal.get()));
                }
            }
            at += done + alone;
        }
        var deadLetters = refused;
        return () -> deadLetters.thenCompose(_ -> batch.ack());
    }

    @Incoming("publications")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> publication(Message<byte[]> message) {
        return consume(message);
    }

    /** The next message comes when the answer is complete; so order is kept, and waiting holds up this consumer only. */
    private CompletionStage<Void> consume(Message<byte[]> message) {
        return CompletableFuture.supplyAsync(() -> handled(message), threads).thenCompose(Supplier::get);
    }

    /** Neither done nor failed if the process ends first: it comes again after the next start. */
    private Supplier<CompletionStage<Void>> handled(Message<byte[]> message) {
        try {
            return refusal(message)
                    .<Supplier<CompletionStage<Void>>>map(reason -> () -> message.nack(reason))
                    .orElse(message::ack);
        } catch (Pauses.Stopping e) {
            return CompletableFuture::new;
        }
    }

    /** Why it goes to the dead letters, if it does. */
    private Optional<Exception> refusal(Message<byte[]> message) {
        try {
            events.handle(raw(message));
            return Optional.empty();
        } catch (Pauses.Stopping e) {
            throw e;
        } catch (EventCodec.Undecodable e) {
            LOG.warnf("A record is no event that we understand and goes to the dead letters; why=%s", e.getMessage());
            return Optional.of(e);
        } catch (RuntimeException e) {
            LOG.errorf(
                    "An event goes to the dead letters; fault=%s", e.getClass().getName());
            return Optional.of(e);
        }
    }

    private static RawEvent raw(Message<byte[]> message) {
        @SuppressWarnings("unchecked") // the deserialisers are configured so
        IncomingKafkaRecordMetadata<String, byte[]> metadata =
                message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
        Map<String, String> headers = new HashMap<>();
        metadata.getHeaders().forEach(header -> headers.put(header.key(), EventCodec.text(header.value())));
        var key = metadata.getKey();
        return new RawEvent(metadata.getTopic(), key == null ? "" : key, headers, message.getPayload());
    }
}
