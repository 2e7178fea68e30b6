package org.rostrum.intake.adapter.http;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * What is wrong, and what to do next; they stand in {@code messages/problem_en.properties} and its five
 * translations, which no native speaker has reviewed yet. Every parameter is a text that is already in the right language.
 */
@MessageBundle("problem")
public interface ProblemMessages {
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

    String fault_disguised_file(String ordinal);

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

    String problem_erased();

    String problem_erased_text(String reference);

    String problem_erased_next();

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
