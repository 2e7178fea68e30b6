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

    @Message("You are logged in as a member.")
    String member_now();

    @Message(
            "This round is for members, and you are not logged in. Log in in another tab, then send this form: what you typed stays here.")
    String log_in_first();

    @Message(
            "This round is for members, and your account is not one of a member. Ask the organiser, or log out and use another account.")
    String other_account();

    @Message("Log out")
    String log_out();

    @Message("You are logged in")
    String logged_in();

    @Message("If you came from a form, go back to its tab and send it again: what you typed is still there.")
    String back_to_form();
}
