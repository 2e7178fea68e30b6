package org.rostrum.intake.adapter.kafka;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
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
    private final MailReceipts receipts;

    MailChannel(MailReceipts receipts) {
        this.receipts = receipts;
    }

    @Incoming("mail")
    @Blocking(ordered = false)
    void take(ConsumerRecord<String, byte[]> record) throws Undecodable, InterruptedException {
        if (!(Records.decode(record).event() instanceof SubmissionEvent event)) {
            return;
        }
        for (int attempt = 1; ; attempt++) {
            try {
                receipts.mail(event);
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
