package org.rostrum.intake.adapter.http;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * The interface's words; they stand in {@code messages/msg_en.properties} and its five translations, which no native speaker has
 * reviewed yet. Every parameter is a text that is already in the right language.
 */
@MessageBundle
public interface Messages {
    // Frame of every page
    String consultations();

    String skip_to_content();

    String main_navigation();

    String breadcrumb();

    String languages();

    String follow();

    String api();

    String schema();

    String footer();

    String error_prefix();

    String not_translated(String language);

    // Consultations
    String list_lead();

    String list_empty();

    String list_empty_next();

    String unofficial();

    String phase_open();

    String phase_announced();

    String phase_closed();

    String opens(String when);

    String closes(String when);

    String closed(String when);

    String no_closing();

    String organiser();

    String reference();

    String contact();

    String zone();

    String publication();

    String themes();

    String rounds();

    String round();

    String opening();

    String closing();

    String who();

    String afterwards();

    String everyone();

    String members();

    String state();

    String respond();

    String respond_to_round();

    String members_by_api();

    String what_is_asked();

    String nothing_asked();

    String published();

    // The form
    String your_response();

    String deadline();

    String time_left();

    String days(String n);

    String hours(String n);

    String minutes(String n);

    String less_than_a_minute();

    String deadline_rule(String deadline, String now);

    String no_deadline_rule(String now);

    String members_form();

    String problem();

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

    // Receipt
    String receipt();

    String arrived();

    String arrived_lead();

    String secret();

    String received();

    String fingerprint();

    String signature();

    String signed_by(String key, String address);

    String file();

    String size();

    String file_fingerprint();

    String print();

    String download_json();

    String see_status();

    // Status
    String status();

    String consultation();

    String with_staff();

    String published_step();

    String reason();

    String read_published();

    String quarantined();

    String attachment(String ordinal);

    String follow_lead();

    String show();

    String follow_wrong();

    String state_received();

    String state_received_text();

    String state_parked();

    String state_parked_text();

    String state_quarantined();

    String state_quarantined_text();

    String state_with_staff_text();

    String state_cleared();

    String state_cleared_text();

    String state_withheld();

    String state_withheld_text();

    String state_published_text();

    String state_unavailable();

    String state_unavailable_text();

    String quarantine_empty_file();

    String quarantine_encrypted();

    String quarantine_corrupted();

    String quarantine_unsupported_format();

    String quarantine_too_large();

    String quarantine_no_text();

    String quarantine_took_too_long();

    String quarantine_parser_crashed();

    String quarantine_other();

    String number();

    // Faults of fields
    String fault_missing();

    String fault_too_long(String length, String limit);

    String fault_not_one_of();

    String fault_item();

    String fault_nothing_said();

    String fault_not_declared();

    String fault_no_publication();

    String fault_no_email();

    String fault_no_country();

    String fault_no_language();

    String fault_lines();

    String fault_broken();

    String fault_empty_file(String ordinal);

    String fault_large_file(String ordinal, String size, String limit);

    String fault_many_files(String count, String limit);

    String fault_large_files(String size, String limit);

    String fault_other();

    // Problems
    String kept();

    String next();

    String back();

    String draft_is_kept();

    String problem_other();

    String problem_other_next();

    String problem_not_found();

    String problem_not_found_next();

    String problem_unknown_consultation();

    String problem_unknown_round();

    String problem_unknown_round_next();

    String problem_no_round_open();

    String problem_no_round_open_next();

    String problem_round_not_open();

    String problem_round_not_open_text(String opening, String now);

    String problem_round_not_open_next();

    String problem_round_closed();

    String problem_round_closed_text(String closing, String now);

    String problem_round_takes_nothing();

    String problem_members_only();

    String problem_members_only_next();

    String problem_received_before();

    String problem_received_before_text(String reference);

    String problem_received_before_next();

    String problem_try_again();

    String problem_try_again_text();

    String problem_try_again_next();

    String problem_not_saved();

    String problem_not_saved_next();

    String problem_files_again();

    String problem_busy();

    String problem_busy_next();

    String problem_too_many();

    String problem_too_large();

    String problem_too_large_next();

    String problem_foreign_form();

    String problem_foreign_form_next();

    String problem_our_fault();

    String problem_our_fault_next();

    String problem_not_allowed();

    String problem_not_allowed_next();
}
