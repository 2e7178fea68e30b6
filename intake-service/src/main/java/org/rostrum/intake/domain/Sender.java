package org.rostrum.intake.domain;

/** What is known of whoever sends. */
public enum Sender {
    ANYONE,
    LOGGED_IN,
    MEMBER
}
