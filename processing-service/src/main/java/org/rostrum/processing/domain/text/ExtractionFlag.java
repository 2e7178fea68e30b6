package org.rostrum.processing.domain.text;

import java.util.Arrays;
import java.util.Locale;

/**
 * Something in a file that is not in its text, or is in it by guess: staff should know.
 *
 * @param count how often, at least 1
 * @param detail where or how much, in a few words, names of parts among them; may be empty
 */
public record ExtractionFlag(Kind kind, int count, String detail) {

    public ExtractionFlag {
        if (count < 1) {
            throw new IllegalArgumentException("What is flagged is there at least once, got " + count);
        }
    }

    /** What it is; the sentence is for staff. */
    public enum Kind {
        TRACKED_INSERTION("Tracked insertions, which the text has in it as if they were accepted"),
        TRACKED_DELETION("Tracked deletions, left out"),
        TRACKED_MOVE("Tracked moves, left out where they came from"),
        COMMENT("Comments, left out"),
        HIDDEN_TEXT(
                "Stretches of text that a reader does not see (hidden, of the colour of the page, too small), left out"),
        COVERED_TEXT("Stretches of text below a box or a picture, left out"),
        OFF_PAGE_TEXT("Stretches of text beside the page, left out"),
        HIDDEN_SHEET("Hidden sheets, left out"),
        HIDDEN_ROW("Hidden rows, left out"),
        HIDDEN_COLUMN("Hidden columns, left out"),
        EARLIER_REVISION("Earlier revisions in the file, not read"),
        EMBEDDED_FILE("Files embedded in the document, not read"),
        HEADER_OR_FOOTER("Headers and footers, left out"),
        TABLE_OF_CONTENTS("Lines of a table of contents or an index, left out"),
        UNREAD_PART("Files in it that could not be read"),
        OCR("Pages read from a picture (OCR); check the words"),
        OCR_MISSING("Pages without text layer; OCR is not installed"),
        OCR_INCOMPLETE("Pages without text layer that were not read in time");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        /** In kebab-case, as on the wire. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Kind ofCode(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no flag " + code));
        }
    }

    /** For staff: what, how often, where. */
    public String sentence() {
        return kind.sentence + ": " + count + (detail.isEmpty() ? "." : " (" + detail + ").");
    }

    /** Leaves the detail, which may name files, out of logs. */
    @Override
    public String toString() {
        return "ExtractionFlag[" + kind + ", " + count + "]";
    }
}
