package org.rostrum.contracts;

/** What the respondent allows: everything public, public without identity, or counted only. */
public enum Publication {
    PUBLIC,
    ANONYMOUS,
    CONFIDENTIAL
}
