package org.rostrum.processing.domain.text;

/** What a block was in the document that it came from. */
public enum BlockKind {
    HEADING,
    PARAGRAPH,
    LIST_ITEM,
    TABLE_ROW,
    FOOTNOTE
}
