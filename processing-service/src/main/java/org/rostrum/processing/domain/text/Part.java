package org.rostrum.processing.domain.text;

/**
 * The file itself, a sheet of it, or a file in it. Names are a respondent's: for staff only.
 *
 * @param name empty for the file itself
 * @param counts what {@link Place#number()} counts in it
 */
public record Part(String name, String mediaType, Unit counts) {

    /** What is counted. */
    public enum Unit {
        LINES,
        PARAGRAPHS,
        ROWS
    }

    /** Leaves the name out of logs. */
    @Override
    public String toString() {
        return "Part[" + mediaType + ", " + counts + "]";
    }
}
