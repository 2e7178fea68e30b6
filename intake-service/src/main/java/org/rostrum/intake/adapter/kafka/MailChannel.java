package org.rostrum.intake.adapter.kafka;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.rostrum.contracts.EventCodec.Undecodable;
import org.rostrum.contracts.SubmissionEvent;
import org.rostrum.intake.usecase.MailReceipts;
import org.rostrum.intake.usecase.MailReceipts.PostAway;
import org.rostrum.intake.usecase.TryAgainLater;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/**
 * Our own events again, to mail what they tell. An event counts as read only when its mails are posted, put off or given up;
 * while the mail server takes nothing, the channel waits and loses nothing.
 */
@ApplicationScoped
public class MailChannel {
    private static final Logger LOG = Logger.getLogger(MailChannel.class);
    private static final int LONGEST_PAUSE_SECONDS = 30;
    private final Consumer<SubmissionEvent> mails;

    @Inject
    MailChannel(MailReceipts receipts) {
        this(receipts::mail);
    }

    MailChannel(Consumer<SubmissionEvent> mails) {
        this.mails = mails;
    }

    /** Neither done nor failed if the process ends first: it comes again after the next start. */
    @Incoming("mail")
    @Blocking(ordered = false)
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> take(Message<byte[]> message) {
        try {
            mail(record(message));
            return message.ack();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new CompletableFuture<>();
        } catch (Undecodable e) {
            LOG.warnf("A record goes to the dead letters, and nobody is mailed; reason=%s", e.getMessage());
            return message.nack(e);
        } catch (RuntimeException e) {
            LOG.errorf(
                    "An event goes to the dead letters, and nobody is mailed; fault=%s",
                    e.getClass().getName());
            return message.nack(e);
        }
    }

    private static ConsumerRecord<?, byte[]> record(Message<byte[]> message) {
        @SuppressWarnings("unchecked") // the deserialisers are configured so
        IncomingKafkaRecordMetadata<String, byte[]> metadata =
                message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
        return metadata.getRecord();
    }

    private void mail(ConsumerRecord<?, byte[]> record) throws Undecodable, InterruptedException {
        if (!(Records.decode(record).event() instanceof SubmissionEvent event)) {
            return;
        }
        for (int attempt = 1; ; attempt++) {
            try {
                mails.accept(event);
                return;
            } catch (PostAway | TryAgainLater | ObjectStoreUnavailable e) {
                waitForIt(attempt, e);
            }
        }
    }

    private static void waitForIt(int attempt, RuntimeException e) throws InterruptedException {
        if (attempt == 1 || attempt % 20 == 0) {
            LOG.warnf("Mail waits and will be sent later; reason=%s", e.getMessage());
        }
        TimeUnit.SECONDS.sleep(Math.min(1L << Math.min(attempt, 10), LONGEST_PAUSE_SECONDS));
    }
}
