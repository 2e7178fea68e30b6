package org.rostrum.publishing.adapter.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.rostrum.contracts.EventCodec;
import org.rostrum.contracts.PublicationEvent;
import org.rostrum.contracts.PublicationEvent.CompilationIssued;
import org.rostrum.contracts.PublicationEvent.ContributionPublished;
import org.rostrum.contracts.PublicationEvent.ContributionUnpublished;
import org.rostrum.contracts.PublicationEvent.PublicationRefused;
import org.rostrum.publishing.usecase.Announcements;
import org.rostrum.publishing.usecase.StoreUnavailable;

/** Announcements on {@code publications.v1}; the producer must ask for all acknowledgements. */
public final class KafkaAnnouncements implements Announcements {
    private static final int TIMEOUT_SECONDS = 30;

    private final Producer<String, byte[]> producer;

    public KafkaAnnouncements(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    @Override
    public void announce(String eventId, PublicationEvent event) {
        var encoded = EventCodec.encode(eventId, instantOf(event), event);
        var message = new ProducerRecord<>(
                encoded.topic(), encoded.key(), encoded.json().getBytes(StandardCharsets.UTF_8));
        encoded.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        await(message);
    }

    private void await(ProducerRecord<String, byte[]> message) {
        try {
            producer.send(message).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while announcing", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new StoreUnavailable("the log does not take announcements", e);
        }
    }

    private static Instant instantOf(PublicationEvent event) {
        return switch (event) {
            case ContributionPublished e -> e.publishedAt();
            case ContributionUnpublished e -> e.unpublishedAt();
            case PublicationRefused e -> e.refusedAt();
            case CompilationIssued e -> e.issuedAt();
        };
    }
}
