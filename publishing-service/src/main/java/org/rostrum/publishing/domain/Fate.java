package org.rostrum.publishing.domain;

/** What became of a submission; each has exactly one. */
public enum Fate {
    PUBLISHED,
    WITHHELD,
    CONFIDENTIAL,
    DUPLICATE,
    QUARANTINED,
    PARKED,
    WITHDRAWN,
    ERASED,
    IN_FLIGHT
}
