package org.rostrum.contracts;

/** What an item of an instrument is. */
public enum ItemKind {
    QUESTION,
    AREA,
    SECTION,
    PARAGRAPH,
    DRAFT_OPINION
}
