package org.rostrum.intake;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.rostrum.intake.usecase.MailReceipts;
import org.rostrum.intake.usecase.MailReceipts.PostAway;
import org.rostrum.intake.usecase.Post;
import org.rostrum.intake.usecase.TryAgainLater;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/** When mails that were put off are tried again, and what the operator is told about mail at start. */
@ApplicationScoped
class MailTimes {
    private static final Logger LOG = Logger.getLogger(MailTimes.class);
    private final MailReceipts receipts;
    private final Post post;

    MailTimes(MailReceipts receipts, Post post) {
        this.receipts = receipts;
        this.post = post;
    }

    void atStart(@Observes StartupEvent event) {
        if (!post.isOpen()) {
            LOG.warn(
                    "No mail is sent: ROSTRUM_SMTP_HOST is not set. Respondents get their receipts on the page and by API.");
        }
    }

    @Scheduled(
            every = "${rostrum.intake.mail.retry-every:30s}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void retry() {
        try {
            if (post.isOpen()) {
                receipts.mailDeferred();
            }
        } catch (PostAway | TryAgainLater | ObjectStoreUnavailable e) {
            LOG.debugf("Mails that were put off wait longer; reason=%s", e.getMessage());
        }
    }
}
