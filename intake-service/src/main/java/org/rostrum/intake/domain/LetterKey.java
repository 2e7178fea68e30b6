package org.rostrum.intake.domain;

import org.rostrum.contracts.KebabCase;
import org.rostrum.contracts.Reference;

/**
 * Names one mail about a submission.
 *
 * @param version the version that it is about
 * @param toEarlier whether it goes to the address that the version before had, because the amendment changed it
 */
public record LetterKey(Occasion occasion, Reference reference, int version, boolean toEarlier) {

    /** What the mail is about. */
    public enum Occasion {
        RECEIVED,
        AMENDED,
        WITHDRAWN
    }

    /** For names of objects and Message-IDs. */
    public String id() {
        return "%s-%s-%d%s".formatted(KebabCase.of(occasion), reference, version, toEarlier ? "-earlier" : "");
    }
}
