package org.rostrum.contracts;

import java.time.Instant;

/**
 * One moving of a round's closing, as the public may read it.
 *
 * @param from the closing that was announced before
 * @param to the closing that holds instead
 * @param reason why, in the organiser's words
 * @param announcedAt when it was decided
 */
public record Extension(Boundary from, Boundary to, LocalizedText reason, Instant announcedAt) {}
