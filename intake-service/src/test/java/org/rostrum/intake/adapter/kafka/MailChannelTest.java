package org.rostrum.intake.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.EventCodec;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionEvent;
import org.rostrum.contracts.SubmissionEvent.SubmissionWithdrawn;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.intake.Fixtures;
import org.rostrum.intake.usecase.TryAgainLater;

class MailChannelTest {
    private final List<String> answers = new ArrayList<>();

    @Test
    void an_event_counts_as_read_when_its_mails_are_posted() {
        var told = new ArrayList<SubmissionEvent>();

        var answer = take(told::add);

        assertThat(told).hasSize(1);
        assertThat(answer).isCompleted();
        assertThat(answers).containsExactly("ack");
    }

    @Test
    void an_event_that_waits_when_the_process_ends_is_neither_read_nor_a_dead_letter() {
        var answer = take(event -> {
            Thread.currentThread().interrupt();
            throw new TryAgainLater(TryAgainLater.Kept.NOTHING, "the store is away");
        });

        assertThat(Thread.interrupted()).as("who ends the process is heard").isTrue();
        assertThat(answer).isNotDone();
        assertThat(answers).isEmpty();
    }

    @Test
    void an_event_that_can_never_be_mailed_is_a_dead_letter() {
        var answer = take(event -> {
            throw new IllegalStateException("no such letter");
        });

        assertThat(answer).isCompleted();
        assertThat(answers).containsExactly("nack");
    }

    private CompletableFuture<Void> take(Consumer<SubmissionEvent> mails) {
        return new MailChannel(mails).take(message()).toCompletableFuture();
    }

    private Message<byte[]> message() {
        var event = new SubmissionWithdrawn(
                new SubmissionId("1-" + "a".repeat(32)),
                Reference.fromDigest(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}),
                Fixtures.BROADBAND,
                Fixtures.FIRST,
                1,
                new ObjectRef("intake", "withdrawal", "0".repeat(64), 1),
                Fixtures.DURING);
        var encoded = EventCodec.encode("e-1", Instant.EPOCH, event);
        var record = new ConsumerRecord<>(
                encoded.topic(), 0, 0, encoded.key(), encoded.json().getBytes(StandardCharsets.UTF_8));
        encoded.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return Message.of(
                record.value(),
                Metadata.of(new IncomingKafkaRecordMetadata<>(record, "mail")),
                () -> answered("ack"),
                reason -> answered("nack"));
    }

    private CompletionStage<Void> answered(String answer) {
        answers.add(answer);
        return CompletableFuture.completedStage(null);
    }
}
