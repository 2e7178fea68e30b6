package org.rostrum.processing.domain.casework;

/** What can happen to a case. */
public enum Happening {
    RECEIVED,
    WITHDRAWN,
    ERASED,
    DISPUTED,
    DISPUTE_DISMISSED,
    PROCESSED,
    READ_AGAIN,
    QUARANTINED,
    PARKED,
    RELEASED,
    MOVED,
    KEY_PASSAGE_PINNED,
    KEY_PASSAGE_DROPPED,
    KEY_PASSAGE_LEFT,
    CLEARED,
    WITHHELD,
    RECALLED,
    PUBLISHED,
    UNPUBLISHED,
    PUBLICATION_REFUSED
}
