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
    CLEARED,
    WITHHELD,
    RECALLED,
    PUBLISHED,
    UNPUBLISHED,
    PUBLICATION_REFUSED
}
