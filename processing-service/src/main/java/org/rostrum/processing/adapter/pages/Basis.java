package org.rostrum.processing.adapter.pages;

import org.rostrum.processing.domain.content.FiledPassage;

/** Why a passage stands where it stands, in words that tell a machine's suggestion from a person's choice. */
final class Basis {
    private Basis() {}

    static String words(FiledPassage passage) {
        if (passage.carriedFrom() > 0) {
            return "Confirmed by staff in version " + passage.carriedFrom() + ", same words";
        }
        if (passage.confirmed()) {
            return "Confirmed by staff";
        }
        return switch (passage.filing().basis()) {
            case BOX -> "The respondent wrote it in this box";
            case STAFF -> "Confirmed by staff";
            case HEADING -> "Suggested: by heading";
            case ORDER -> "Suggested: by order";
            case CONTENT -> passage.filing().answersNoQuestion() ? "Suggested: no item fits" : "Suggested: by content";
        };
    }
}
