package org.rostrum.processing.domain.filing;

import org.rostrum.contracts.ItemNumber;

/**
 * An item that a passage could be filed under.
 *
 * @param confidence 0 to 1, comparable only within one passage
 */
public record Candidate(ItemNumber item, double confidence) {}
