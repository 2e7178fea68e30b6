package org.rostrum.contracts;

/** Who may answer in a round. */
public enum Audience {
    EVERYONE,
    MEMBERS
}
