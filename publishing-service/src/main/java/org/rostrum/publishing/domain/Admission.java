package org.rostrum.publishing.domain;

/** What publishing's own checks said about the newest clearance. */
sealed interface Admission {

    record Shown(PublishedContribution contribution) implements Admission {}

    /** Nothing of it went public. */
    record Barred() implements Admission {}
}
