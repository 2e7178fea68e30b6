package org.rostrum.processing.domain.text;

import java.util.OptionalInt;

/** Recognises structure that the document's format does not mark, such as a line "Question 2" in a plain text. */
public interface Outline {

    /** Trusts the format's own headings and sees no others. */
    Outline MARKED_ONLY = new Outline() {
        @Override
        public OptionalInt headingLevel(String blockText) {
            return OptionalInt.empty();
        }

        @Override
        public boolean opensAnswer(String blockText) {
            return false;
        }
    };

    /** The level (1 is the outermost) if this block, though not marked as one, is a heading and nothing else. */
    OptionalInt headingLevel(String blockText);

    /** Whether this block begins a new answer, as "Q2: Yes." does: it is not joined to what stands before it. */
    boolean opensAnswer(String blockText);
}
