package org.rostrum.intake.adapter.smtp;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says how mail goes. It is always up: receipts are handed out whether mail goes or not. */
@Readiness
public class MailHealth implements HealthCheck {
    private final SmtpPost post;

    MailHealth(SmtpPost post) {
        this.post = post;
    }

    @Override
    public HealthCheckResponse call() {
        var trouble = post.trouble();
        return HealthCheckResponse.named("mail")
                .up()
                .withData("state", !post.isOpen() ? "off" : trouble == null ? "ok" : trouble)
                .withData("posted", post.taken())
                .withData("refused", post.refused())
                .build();
    }
}
