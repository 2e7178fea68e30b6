package org.rostrum.processing.domain.text;

import java.util.Optional;
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

    /** The item that a cell of a table names, if it does nothing else. A bare count names none. */
    default Optional<String> itemNamed(String cell) {
        return Optional.empty();
    }

    /** The item of this number, if a cell is nothing but a number: it names one where its column is one of questions. */
    default Optional<String> itemNumbered(String cell) {
        return Optional.empty();
    }

    /** Whether a label in the first row of a table says that questions or their numbers stand below: "Question", "Frage Nr.". */
    default boolean isWordForQuestion(String label) {
        return false;
    }
}
