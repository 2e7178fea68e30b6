package org.rostrum.publishing.domain.compilation;

import java.util.List;

/** One piece of the printed document, the same in every format. */
public sealed interface Block {

    /**
     * A heading.
     *
     * @param level 1 for a part, 2 for what is inside, down to 4
     * @param anchor name to link to, unique in the document: letters, digits, dots and hyphens
     */
    record Heading(int level, String anchor, String text) implements Block {}

    /** A paragraph of the document's own words. */
    record Paragraph(String text) implements Block {}

    /** A paragraph that must not be overlooked. */
    record Notice(String text) implements Block {}

    /** A term and what it means in this document. */
    record Explanation(String term, String text) implements Block {}

    /** The organiser's own words of an item. */
    record ItemText(String language, Direction direction, String text) implements Block {}

    /** A table whose first row names the columns. */
    record Table(String caption, List<Column> columns, List<List<String>> rows) implements Block {}

    /**
     * One column of a table.
     *
     * @param percent its share of the width
     * @param numeric whether its cells are numbers, aligned at their last digit
     */
    record Column(String label, int percent, boolean numeric) {}

    /**
     * Somebody's words, quoted.
     *
     * @param anchor name to link to, unique in the document
     */
    record Quotation(String anchor, QuotedPassage passage) implements Block {}

    /** A contribution in its contributor's own few words. */
    record Summary(String source, String reference, Direction direction, List<String> paragraphs) implements Block {}
}
