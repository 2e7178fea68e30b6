package org.rostrum.intake.adapter.http;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * The words of the form, of drafts and of the review before sending; they stand in {@code messages/form_en.properties} and its five
 * translations, which no native speaker has reviewed yet. Every parameter is a text that is already in the right language.
 */
@MessageBundle("form")
public interface FormMessages {
    // The form
    String your_response();

    String deadline();

    String time_left();

    String deadline_rule(String deadline, String now);

    String no_deadline_rule(String now);

    String still_here();

    String how_it_works();

    String boxes_hint();

    String contents();

    String answered(String count, String total);

    String answered_mark();

    String parts_of(String number);

    String answer_to(String number);

    String count(String used, String limit);

    String too_many_characters(String used, String limit);

    String at_most(String limit);

    String all_texts_limit(String limit, String total);

    String anything_else();

    String general_text();

    String summary();

    String summary_hint();

    String attachments();

    String attachments_hint(String count, String each, String all);

    String attachments_kept();

    String attachments_choose();

    String attachments_add();

    String remove();

    String uploading(String name, String percent);

    String upload_failed(String name);

    String optional();

    String required();

    String about_you();

    String about_you_hint();

    String given_name();

    String family_name();

    String job_title();

    String organisation();

    String on_behalf_of();

    String on_behalf_of_hint();

    String country();

    String stakeholder_group();

    String email();

    String email_hint();

    String language();

    String not_given();

    String publication_question();

    String publication_hint();

    String publication_public();

    String publication_public_hint();

    String publication_anonymous();

    String publication_anonymous_hint();

    String publication_confidential();

    String publication_confidential_hint();

    String declaration();

    String declaration_text();

    String declaration_hint();

    String check_answers();

    String send();

    String send_now();

    String send_hint();

    String hurry_hint();

    String kind();

    String kind_response();

    String kind_comment();

    String kind_proposal();

    String kind_nomination();

    String trap();

    // Drafts
    String draft();

    String save_later();

    String save();

    String saved_at(String time);

    String not_saved_yet();

    String saving();

    String not_saved_offline();

    String restored();

    String draft_link();

    String draft_link_advice();

    String draft_sealed();

    String draft_kept_until(String when);

    String copy();

    String copied();

    String download_text();

    String other_version(String time);

    String other_use();

    String other_forget();

    String conflict();

    String overflow_title();

    String overflow_text(String name);

    String closed_title();

    String closed_text(String closing, String now);

    String closed_next();

    String not_open_title();

    String not_open_text(String opening);

    String draft_missing();

    String draft_missing_text();

    String draft_missing_next();

    String sent_title();

    String sent_text(String when, String reference);

    String sent_next();

    String begin_again();

    // Review
    String review();

    String review_lead();

    String review_left_empty(String count);

    String change();

    String back_to_form();

    String review_files();

    String yes_declared();
}
