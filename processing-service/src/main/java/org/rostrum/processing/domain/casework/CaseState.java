package org.rostrum.processing.domain.casework;

/** The name of a {@link Stage}, as lists and programs know it. */
public enum CaseState {
    IN_PROCESS,
    WITH_STAFF,
    CLEARED,
    PUBLISHED,
    WITHHELD,
    CONFIDENTIAL,
    QUARANTINED,
    PARKED,
    WITHDRAWN,
    ERASED
}
