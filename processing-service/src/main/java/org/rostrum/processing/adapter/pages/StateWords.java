package org.rostrum.processing.adapter.pages;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.rostrum.contracts.KebabCase;
import org.rostrum.processing.domain.casework.CaseState;

/**
 * A state as pages show it.
 *
 * @param code as in URLs
 * @param label for people
 * @param badge its modifier of the design system's badge
 */
record StateWords(String code, String label, String badge) {

    static StateWords of(CaseState state) {
        return switch (state) {
            case IN_PROCESS -> words(state, "Being read", "processing");
            case WITH_STAFF -> words(state, "With staff", "with-staff");
            case CLEARED -> words(state, "Cleared", "cleared");
            case PUBLISHED -> words(state, "Published", "published");
            case WITHHELD -> words(state, "Withheld", "withheld");
            case CONFIDENTIAL -> words(state, "Confidential", "confidential");
            case QUARANTINED -> words(state, "Quarantined", "quarantined");
            case PARKED -> words(state, "Parked", "parked");
            case WITHDRAWN -> words(state, "Withdrawn", "withdrawn");
            case ERASED -> words(state, "Erased", "erased");
        };
    }

    /** The state of that code; empty for what is no state, so that an old link shows everything. */
    static Optional<CaseState> parse(String code) {
        var word = code.strip().toLowerCase(Locale.ROOT);
        return Stream.of(CaseState.values())
                .filter(state -> KebabCase.of(state).equals(word))
                .findFirst();
    }

    private static StateWords words(CaseState state, String label, String badge) {
        return new StateWords(KebabCase.of(state), label, badge);
    }
}
