package org.rostrum.processing.domain.content;

import org.rostrum.contracts.ItemNumber;

/** Where a source's words were written. */
public sealed interface Origin {

    /** In the box of an item. */
    record Box(ItemNumber item) implements Origin {}

    /** In the field for what belongs to no box. */
    record FreeText() implements Origin {}

    /**
     * In an attachment.
     *
     * @param ordinal of the attachment, from 1
     */
    record File(int ordinal) implements Origin {}
}
