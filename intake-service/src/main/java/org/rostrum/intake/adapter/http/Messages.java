package org.rostrum.intake.adapter.http;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The interface's words, in English. Another language is a file {@code messages/msg_fr.properties} with the same keys; see
 * {@link PageLanguage}.
 */
@MessageBundle
public interface Messages {
    @Message("Consultations")
    String consultations();

    @Message("Skip to content")
    String skip_to_content();

    @Message("Language of the questions")
    String languages();

    @Message("Follow your submission")
    String follow();

    @Message("API")
    String api();

    @Message("Rostrum receives, files and publishes what people answer. Every acknowledged submission is kept.")
    String footer();

    @Message(
            "Open consultations and what they ask. Anyone may answer those that are open to everyone; no account is needed.")
    String list_lead();

    @Message("There are no consultations yet")
    String list_empty();

    @Message("They appear here as soon as an organiser defines one.")
    String list_empty_next();

    @Message("Unofficial translation")
    String unofficial();

    @Message("Open")
    String phase_open();

    @Message("Announced")
    String phase_announced();

    @Message("Closed")
    String phase_closed();

    @Message("Opens {when}")
    String opens(String when);

    @Message("Closes {when}")
    String closes(String when);

    @Message("Closed {when}")
    String closed(String when);

    @Message("No closing date is fixed")
    String no_closing();

    @Message("Organiser")
    String organiser();

    @Message("Reference")
    String reference();

    @Message("Contact")
    String contact();

    @Message("Time zone of all dates")
    String zone();

    @Message("Publication")
    String publication();

    @Message("Themes")
    String themes();

    @Message("Rounds")
    String rounds();

    @Message("Round")
    String round();

    @Message("Opens")
    String opening();

    @Message("Closes")
    String closing();

    @Message("Who")
    String who();

    @Message("Afterwards")
    String afterwards();

    @Message("Everyone")
    String everyone();

    @Message("Members")
    String members();

    @Message("State")
    String state();

    @Message("Respond")
    String respond();

    @Message("Respond to this round")
    String respond_to_round();

    @Message("Members respond by API, with their login")
    String members_by_api();

    @Message("What is asked")
    String what_is_asked();

    @Message("Nothing is asked in this round yet.")
    String nothing_asked();

    @Message("Published contributions")
    String published();

    @Message("Your response")
    String your_response();

    @Message(
            "The rule: in time is what has arrived completely by {deadline}, on our server’s clock. It now says {now}.")
    String deadline_rule(String deadline, String now);

    @Message("There is no closing date yet. Our server’s clock now says {now}.")
    String no_deadline_rule(String now);

    @Message("This round is open to members only. Send your response by API with your login, or ask the organiser.")
    String members_form();

    @Message("There is a problem")
    String problem();

    @Message("What you typed is still here. Files have to be chosen again.")
    String still_here();

    @Message("Answer what you can; leave the rest empty. You may write in any language.")
    String boxes_hint();

    @Message("Answer to {number}")
    String answer_to(String number);

    @Message("{used} of {limit} characters")
    String count(String used, String limit);

    @Message("At most {limit} characters")
    String at_most(String limit);

    @Message("Anything else")
    String anything_else();

    @Message("General text that belongs to no question")
    String general_text();

    @Message("Summary")
    String summary();

    @Message("A few sentences for readers in a hurry.")
    String summary_hint();

    @Message("Attachments")
    String attachments();

    @Message(
            "PDF, DOCX, ODT, RTF, HTML or text. At most {count} files of {each} each, {all} together. File names are shown to staff only.")
    String attachments_hint(String count, String each, String all);

    @Message("(optional)")
    String optional();

    @Message("About you")
    String about_you();

    @Message("Given name")
    String given_name();

    @Message("Family name")
    String family_name();

    @Message("Job title")
    String job_title();

    @Message("Organisation")
    String organisation();

    @Message("Responding on behalf of")
    String on_behalf_of();

    @Message("If somebody else than you or your organisation: whom you speak for.")
    String on_behalf_of_hint();

    @Message("Country")
    String country();

    @Message("Choose")
    String choose();

    @Message("Stakeholder group")
    String stakeholder_group();

    @Message("E-mail address")
    String email();

    @Message("Never published and never passed on; encrypted at once.")
    String email_hint();

    @Message("Language in which you write")
    String language();

    @Message("Not given")
    String not_given();

    @Message("How may we publish this?")
    String publication_question();

    @Message("With my name")
    String publication_public();

    @Message("Name, job title, organisation and country appear beside your words.")
    String publication_public_hint();

    @Message("Without my name")
    String publication_anonymous();

    @Message("Your words appear with your stakeholder group only. Names and e-mail addresses in the text are removed.")
    String publication_anonymous_hint();

    @Message("Not at all")
    String publication_confidential();

    @Message("Staff read it and it is counted, but never shown.")
    String publication_confidential_hint();

    @Message("Declaration")
    String declaration();

    @Message("I send this for myself or for those I name, and agree to the publication chosen above.")
    String declaration_text();

    @Message("Send your response")
    String send();

    @Message("Sending twice is safe: it is received once, and you get the same receipt.")
    String send_hint();

    @Message("Receipt")
    String receipt();

    @Message("Your response has arrived")
    String arrived();

    @Message("It is stored and on record. Keep this page: the reference and the secret are the only way back to it.")
    String arrived_lead();

    @Message("Secret")
    String secret();

    @Message("Received")
    String received();

    @Message("Fingerprint of the record (SHA-256)")
    String fingerprint();

    @Message("Signature")
    String signature();

    @Message("by key {key}; check it with the file below and the public key at {address}")
    String signed_by(String key, String address);

    @Message("File")
    String file();

    @Message("Size")
    String size();

    @Message("Fingerprint (SHA-256)")
    String file_fingerprint();

    @Message("Print")
    String print();

    @Message("Download as JSON")
    String download_json();

    @Message("See how far it is")
    String see_status();

    @Message("Status")
    String status();

    @Message("Consultation")
    String consultation();

    @Message("With staff")
    String with_staff();

    @Message("Published")
    String published_step();

    @Message("Reason")
    String reason();

    @Message("Read it on the public site")
    String read_published();

    @Message("Attachments that could not be read")
    String quarantined();

    @Message("Attachment {ordinal}")
    String attachment(String ordinal);

    @Message("Enter the reference and the secret from your receipt.")
    String follow_lead();

    @Message("Show")
    String show();

    @Message("No submission has this reference and this secret. One of the two is mistyped.")
    String follow_wrong();

    @Message("What was kept")
    String kept();

    @Message("What to do next")
    String next();

    @Message("Back to the consultations")
    String back();

    @Message("Leave empty")
    String trap();

    @Message("Number")
    String number();

    @Message("Response")
    String kind_response();

    @Message("Comment")
    String kind_comment();

    @Message("Proposal")
    String kind_proposal();

    @Message("Nomination")
    String kind_nomination();

    @Message("What you send")
    String kind();
}
