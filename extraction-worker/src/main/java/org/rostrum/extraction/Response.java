package org.rostrum.extraction;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** What was found in a file. */
record Response(
        String requestId,
        Status status,
        String mediaType,
        String detail,
        List<Found> blocks,
        List<Part> parts,
        List<Flag> flags,
        List<String> warnings,
        boolean last) {

    enum Status {
        OK("ok"),
        EMPTY("empty"),
        UNREADABLE("unreadable"),
        ENCRYPTED("encrypted"),
        TOO_LARGE("too-large"),
        UNSUPPORTED("unsupported"),
        /** It holds what no parser should open: programs, references that fetch, entities. */
        UNSAFE("unsafe"),
        MALWARE("malware"),
        /** Its content is of another kind than its name says. */
        MISMATCHED("mismatched"),
        /** Of a file in the file; of the whole, that there are no blocks says so. */
        NO_TEXT("no-text");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        @JsonValue
        String code() {
            return code;
        }
    }

    enum Kind {
        HEADING("heading"),
        PARAGRAPH("paragraph"),
        LIST_ITEM("list-item"),
        TABLE_ROW("table-row"),
        FOOTNOTE("footnote"),
        /** Running heads and feet: seen, but nothing that was said. */
        FURNITURE("furniture");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        @JsonValue
        String code() {
            return code;
        }
    }

    /**
     * One block.
     *
     * @param level 0 unless it is a heading
     * @param text cells of a table row are parted by tabs
     * @param page 0 where the format has none
     * @param part index of the part that it stands in
     * @param number of its first line, paragraph or row, whatever its part counts, from 1; on a page if there are pages
     */
    record Found(Kind kind, int level, String text, int page, int part, int number) {}

    enum Unit {
        LINES("lines"),
        PARAGRAPHS("paragraphs"),
        ROWS("rows");

        private final String code;

        Unit(String code) {
            this.code = code;
        }

        @JsonValue
        String code() {
            return code;
        }
    }

    /**
     * The file itself, a sheet of it, or a file in it.
     *
     * @param name empty for the file itself; else its name, below the names of those that it is in
     * @param counts what numbers of its blocks count
     * @param file which of the files directly in the file it is or stands in, as they are read, from 1; 0 for the file itself
     * @param problem why there is no text of it, as a status; empty if there is
     */
    record Part(String name, String mediaType, Unit counts, int file, String problem) {
        Part with(Status status) {
            return new Part(name, mediaType, counts, file, status.code());
        }
    }

    /** What somebody who reads the text should know. */
    enum FlagKind {
        TRACKED_INSERTION,
        TRACKED_DELETION,
        TRACKED_MOVE,
        COMMENT,
        HIDDEN_TEXT,
        COVERED_TEXT,
        OFF_PAGE_TEXT,
        HIDDEN_SHEET,
        HIDDEN_ROW,
        HIDDEN_COLUMN,
        EARLIER_REVISION,
        EMBEDDED_FILE,
        HEADER_OR_FOOTER,
        TABLE_OF_CONTENTS,
        UNREAD_PART,
        OCR,
        OCR_MISSING,
        OCR_INCOMPLETE;

        @JsonValue
        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A flag.
     *
     * @param count how often, at least 1
     * @param detail where or how much, in a few words; may be empty
     */
    record Flag(FlagKind kind, int count, String detail) {}

    static Response refusal(Request request, Status status, String mediaType, String detail) {
        return new Response(
                request.requestId(), status, mediaType, detail, List.of(), List.of(), List.of(), List.of(), false);
    }

    Response asLast(boolean isLast) {
        return new Response(requestId, status, mediaType, detail, blocks, parts, flags, warnings, isLast);
    }
}
