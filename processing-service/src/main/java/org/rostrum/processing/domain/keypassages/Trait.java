package org.rostrum.processing.domain.keypassages;

/** What respondents are compared by. */
public enum Trait {
    GROUP,
    COUNTRY,
    LANGUAGE,
    /** Passages that say much the same, found by the machine: the instrument has no questions to choose an answer from. */
    POSITION
}
