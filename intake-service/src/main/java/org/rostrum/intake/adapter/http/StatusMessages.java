package org.rostrum.intake.adapter.http;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * The words of receipts and of how far a submission has come; they stand in {@code messages/status_en.properties} and its five
 * translations, which no native speaker has reviewed yet. Every parameter is a text that is already in the right language.
 */
@MessageBundle("status")
public interface StatusMessages {
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

    String attachment_inside(String ordinal, String number);

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

    String quarantine_malware();

    String quarantine_unsafe_parts();

    String quarantine_not_what_it_says();

    String quarantine_other();

    String number();
}
