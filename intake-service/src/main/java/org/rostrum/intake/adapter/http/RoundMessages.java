package org.rostrum.intake.adapter.http;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The rule of a deadline, and the login of members, in words; other languages in {@code messages/rounds_*.properties}. */
@MessageBundle("rounds")
public interface RoundMessages {
    @Message("An upload that began in time may still finish until {until}.")
    String grace(String until);

    @Message("What arrives later is still taken: it is marked as late everywhere, and printed in an addendum.")
    String late_taken();

    @Message("What arrives later is refused, and nothing of it is kept.")
    String late_refused();

    @Message("The closing was moved")
    String moved();

    @Message("From {from} to {to}. Announced on {on}.")
    String moved_from_to(String from, String to, String on);

    @Message("Reason:")
    String reason();

    @Message("This round is for members. You log in first; then the form opens.")
    String members_login();

    @Message("Log in and respond")
    String login_and_respond();

    @Message("If your login has ended, log in again in another tab; what you typed stays here.")
    String login_again();

    @Message("Log in")
    String log_in();
}
