package org.rostrum.processing.adapter.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.KebabCase;
import org.rostrum.processing.domain.casework.CaseMark;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.usecase.CaseCursor;
import org.rostrum.processing.usecase.CaseFilter;

/**
 * What the list of cases was asked for; whatever makes no sense is left out rather than refused.
 *
 * @param typed the search as it was typed, to be shown again
 * @param campaign the hash of a wording of the campaign that is meant
 */
record Query(
        Optional<ConsultationId> consultation,
        Optional<CaseState> state,
        Optional<CaseMark> mark,
        String typed,
        Optional<String> campaign,
        Optional<CaseCursor> after) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_SEARCH = 40;
    private static final int FIRST_HALF = 5;

    static Query parse(
            String consultation, String state, String flag, String reference, String campaign, String cursor) {
        var typed = reference.strip();
        return new Query(
                Optional.of(consultation.strip())
                        .filter(ConsultationId::isValid)
                        .map(ConsultationId::new),
                StateWords.parse(state),
                MarkWords.parse(flag),
                typed.substring(0, Math.min(typed.length(), LONGEST_SEARCH)),
                Optional.of(campaign.strip()).filter(hash -> HASH.matcher(hash).matches()),
                CaseCursor.parse(cursor));
    }

    CaseFilter filter() {
        return new CaseFilter(
                consultation,
                state,
                Optional.of(printedForm(typed)).filter(beginning -> !beginning.isEmpty()),
                mark,
                campaign);
    }

    boolean isFiltered() {
        return consultation.isPresent()
                || state.isPresent()
                || mark.isPresent()
                || campaign.isPresent()
                || !typed.isEmpty();
    }

    /** As people type it, with or without hyphen and capitals, to the beginning of what is printed. */
    private static String printedForm(String typed) {
        var bare = typed.replaceAll("[\\s\\p{Pd}]", "").toUpperCase(Locale.ROOT);
        return bare.length() > FIRST_HALF ? bare.substring(0, FIRST_HALF) + "-" + bare.substring(FIRST_HALF) : bare;
    }

    Query at(Optional<CaseState> other) {
        return new Query(consultation, other, mark, typed, campaign, Optional.empty());
    }

    Query from(Optional<CaseCursor> cursor) {
        return new Query(consultation, state, mark, typed, campaign, cursor);
    }

    /** Its address. */
    String path() {
        var parameters = new ArrayList<String>();
        consultation.ifPresent(id -> add(parameters, "consultation", id.value()));
        state.ifPresent(wanted -> add(parameters, "state", KebabCase.of(wanted)));
        mark.ifPresent(wanted -> add(parameters, "flag", KebabCase.of(wanted)));
        if (!typed.isEmpty()) {
            add(parameters, "reference", typed);
        }
        campaign.ifPresent(hash -> add(parameters, "campaign", hash));
        after.ifPresent(cursor -> add(parameters, "cursor", cursor.token()));
        return parameters.isEmpty() ? "/" : "/?" + String.join("&", parameters);
    }

    private static void add(List<String> parameters, String name, String value) {
        parameters.add(name + "=" + URLEncoder.encode(value, UTF_8));
    }
}
