package org.rostrum.intake.domain;

/**
 * One thing that a revision changed, in words.
 *
 * @param where the part of the definition, such as {@code round first, item 2.e}
 * @param what what became of it
 */
public record Change(String where, String what) {}
