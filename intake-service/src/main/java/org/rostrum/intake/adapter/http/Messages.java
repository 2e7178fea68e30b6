package org.rostrum.intake.adapter.http;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * The words of every page's frame and of the consultations' pages; they stand in {@code messages/msg_en.properties} and its five
 * translations, which no native speaker has reviewed yet. Every parameter is a text that is already in the right language.
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

    String what_is_asked();

    String nothing_asked();

    String published();

    String days(String n);

    String hours(String n);

    String minutes(String n);

    String less_than_a_minute();

    String problem();
}
