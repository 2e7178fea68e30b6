package org.rostrum.intake.adapter.http;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The words of what comes after sending: status, amending, withdrawing, disputing, mails. In English; other languages in
 * {@code messages/after_*.properties}.
 */
@MessageBundle("after")
public interface AfterMessages {
    @Message("It came after the closing. It is marked as late everywhere and printed in an addendum.")
    String late();

    @Message("Its upload began in time and finished within the grace: it is in time, and marked as such.")
    String in_grace();

    @Message("Withdrawn on {when}.")
    String withdrawn_on(String when);

    @Message("Receipt of the withdrawal")
    String withdrawal_receipt();

    @Message("An earlier version is public until staff have decided about this one.")
    String still_public();

    @Message("Read it")
    String read_it();

    @Message("Versions")
    String versions();

    @Message("Version {number}, received {when}")
    String version_of(String number, String when);

    @Message("stands now")
    String standing();

    @Message("Change your mind")
    String change();

    @Message("You can amend or withdraw it until {when}, on our server’s clock.")
    String change_until(String when);

    @Message("You can amend or withdraw it; no closing date is fixed yet.")
    String change_open();

    @Message("It could be amended or withdrawn until {when}.")
    String change_over(String when);

    @Message("Write to {contact} and name the reference.")
    String write_to(String contact);

    @Message("If something is wrong, write to the organiser and name the reference.")
    String write_to_organiser();

    @Message("Amend")
    String amend();

    @Message("Withdraw")
    String withdraw();

    @Message("Amend {reference}")
    String amend_title(String reference);

    @Message(
            "The form shows what stands now. Change what you want and send the whole: it becomes the next version, with a receipt of its own. Earlier versions stay in the record.")
    String amend_lead();

    @Message("Files that stay")
    String files_that_stay();

    @Message("More files")
    String more_files();

    @Message("You get a new receipt at once.")
    String amend_hint();

    @Message("Send the new version")
    String amend_send();

    @Message("Leave it as it is")
    String keep_it();

    @Message("Back to the status")
    String back_to_status();

    @Message("Withdraw {reference}?")
    String withdraw_question(String reference);

    @Message(
            "The whole submission is taken back, with all its versions. Nothing of it goes public, and what is public is taken down. This cannot be undone. It stays in the organiser’s record as withdrawn.")
    String withdraw_lead();

    @Message("Yes, withdraw it")
    String withdraw_confirm();

    @Message("Your submission is withdrawn")
    String withdrawn_title();

    @Message("Keep this receipt: it proves that you took the submission back, and when.")
    String withdrawn_lead();

    @Message("Withdrawn")
    String withdrawn();

    @Message("Version that stood then")
    String withdrawn_version();

    @Message("Held")
    String state_held();

    @Message(
            "Somebody who got a mail about it says that they did not send it. It is held until staff have settled that.")
    String state_held_text();

    @Message("You took it back. Nothing of it is published; it stays in the record.")
    String state_withdrawn_text();

    @Message("Did you not send this?")
    String dispute_title();

    @Message(
            "You got a mail about the submission {reference}. If you did not send it, say so here: it is then held, and staff look into it.")
    String dispute_lead(String reference);

    @Message("I did not send this")
    String dispute_confirm();

    @Message("If you did send it, there is nothing to do: close this page.")
    String dispute_otherwise();

    @Message("Thank you: it is held")
    String dispute_done_title();

    @Message("You said on {when} that you did not send the submission {reference}.")
    String dispute_done(String reference, String when);

    @Message("Nothing of it goes public until staff have looked into it. There is nothing more for you to do.")
    String dispute_next();

    @Message("Your submission {reference} was received")
    String subject_received(String reference);

    @Message("Version {version} of your submission {reference} was received")
    String subject_amended(String reference, String version);

    @Message("Your submission {reference} was withdrawn")
    String subject_withdrawn(String reference);

    @Message("Thank you. Your submission to “{title}” has arrived and is safe.")
    String mail_received(String title);

    @Message("The new version of your submission to “{title}” has arrived and stands from now on.")
    String mail_amended(String title);

    @Message("Your submission to “{title}” was withdrawn. Nothing of it goes public.")
    String mail_withdrawn(String title);

    @Message("Reference")
    String mail_reference();

    @Message("On our server’s clock")
    String mail_when();

    @Message("See how far it has come, amend it or withdraw it:")
    String mail_status();

    @Message("The signed receipt is attached. Keep it: it proves what arrived and when.")
    String mail_attached();

    @Message("Was this not you? Say so here, and it is held:")
    String mail_not_me();

    @Message("Whoever has the link above can amend or withdraw this submission: do not forward this mail.")
    String mail_private();

    @Message("This mail was sent by a machine; answers to it are not read.")
    String mail_automatic();

    @Message("The round is closed, so nothing can be changed any more")
    String refused_closed();

    @Message(
            "The rule: a submission may be amended or withdrawn until its round closes, which was on {closing}, on our clock. You came at {now}.")
    String refused_closed_text(String closing, String now);

    @Message("Your submission stands as it was.")
    String refused_stands();

    @Message("This submission was withdrawn; it cannot be changed")
    String refused_withdrawn();

    @Message("Send a new submission if you want to take part after all.")
    String refused_withdrawn_next();

    @Message("This submission was amended meanwhile")
    String refused_meanwhile();

    @Message("Version {version} stands now; you began from an earlier one. What you typed is still here.")
    String refused_meanwhile_text(String version);

    @Message("Look at that version first. If you then send this form, it becomes the version after it.")
    String refused_meanwhile_next();

    @Message("This submission has as many versions as there can be: {limit}")
    String refused_versions(String limit);

    @Message("This form was sent before")
    String refused_sent_before();

    @Message(
            "What was sent then was received and has its receipt. What you changed since has not been sent; it is still here.")
    String refused_sent_before_text();

    @Message("If you send this form now, it becomes a further version.")
    String refused_sent_before_next();

    @Message("chosen just now")
    String file_aside();
}
