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
        List<String> warnings,
        boolean last) {

    enum Status {
        OK("ok"),
        UNREADABLE("unreadable"),
        ENCRYPTED("encrypted"),
        TOO_LARGE("too-large"),
        UNSUPPORTED("unsupported"),
        /** It holds what no parser should open: programs, references that fetch, entities. */
        UNSAFE("unsafe"),
        MALWARE("malware"),
        /** Its content is of another kind than its name says. */
        MISMATCHED("mismatched");

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
        TABLE_ROW("table-row");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        @JsonValue
        String code() {
            return code;
        }
    }

    /** One block; {@code level} is 0 unless it is a heading, {@code page} is 0 where the format has none. */
    record Found(Kind kind, int level, String text, int page) {}

    static Response refusal(Request request, Status status, String mediaType, String detail) {
        return new Response(request.requestId(), status, mediaType, detail, List.of(), List.of(), false);
    }

    Response asLast(boolean isLast) {
        return new Response(requestId, status, mediaType, detail, blocks, warnings, isLast);
    }
}
