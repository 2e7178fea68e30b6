package org.rostrum.intake.adapter.smtp;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.rostrum.intake.IntakeConfig;
import org.rostrum.intake.domain.Letter;
import org.rostrum.intake.usecase.Post;

/** Posts over SMTP (RFC 5321) to the configured relay. */
@ApplicationScoped
public class SmtpPost implements Post {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Mailbox unavailable, not local, over its quota, not allowed, or no address: about this letter, and for good. */
    private static final Set<Integer> FOR_GOOD = Set.of(501, 550, 551, 552, 553);
    /** Closing, log-in wanted or refused, encryption wanted: about all letters. */
    private static final Set<Integer> ABOUT_ALL = Set.of(421, 454, 530, 534, 535, 538);

    private final ReactiveMailer mailer;
    private final boolean open;
    private final String host;
    private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    SmtpPost(ReactiveMailer mailer, IntakeConfig config) {
        this.mailer = mailer;
        this.open = config.mail().smtpHost().filter(name -> !name.isBlank()).isPresent();
        this.host = URI.create(config.url()).getHost();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public Delivery deliver(Letter letter) {
        try {
            mailer.send(mail(letter)).await().atMost(PATIENCE);
            taken.incrementAndGet();
            trouble.set(null);
            return new Taken();
        } catch (RuntimeException e) {
            var delivery = delivery(e.getCause() == null ? e : e.getCause());
            note(delivery);
            return delivery;
        }
    }

    private void note(Delivery delivery) {
        switch (delivery) {
            case Away away -> trouble.set(away.reason());
            case Refused letter -> refused.incrementAndGet();
            case Taken letter -> {}
        }
    }

    private Mail mail(Letter letter) {
        return new Mail()
                .addTo(letter.to())
                .setSubject(letter.subject())
                .setText(letter.text())
                .setHtml(letter.html())
                .addAttachment(letter.fileName(), letter.file().getBytes(StandardCharsets.UTF_8), "application/json")
                .addHeader("Message-ID", "<" + letter.id() + "@" + host + ">")
                .addHeader("Auto-Submitted", "auto-generated"); // RFC 3834, 5
    }

    private static Delivery delivery(Throwable cause) {
        if (cause instanceof SMTPException reply) {
            var code = reply.getReplyCode();
            return ABOUT_ALL.contains(code)
                    ? new Away("the mail server answered " + code)
                    : new Refused(FOR_GOOD.contains(code), "the mail server answered " + code);
        }
        return cause instanceof IllegalArgumentException
                ? new Refused(true, "the address cannot be written in a mail")
                : new Away(
                        "the mail server cannot be reached: " + cause.getClass().getSimpleName());
    }

    /** Why nothing is taken now; null while all is well. */
    @Nullable
    String trouble() {
        return trouble.get();
    }

    int taken() {
        return taken.get();
    }

    int refused() {
        return refused.get();
    }
}
