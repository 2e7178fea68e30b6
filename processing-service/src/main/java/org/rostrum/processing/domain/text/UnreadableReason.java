package org.rostrum.processing.domain.text;

/** Why no text could be read from a file, in words that the respondent can act on. */
public enum UnreadableReason {
    EMPTY_FILE("empty-file", "The file is empty. Please send it again."),
    ENCRYPTED(
            "encrypted",
            "The file is protected by a password, so nobody here can read it. Please send a copy without one."),
    CORRUPTED(
            "corrupted",
            "The file is damaged or cut short. Please open it on your side, save it anew and send that copy."),
    UNSUPPORTED_FORMAT(
            "unsupported-format",
            "The file's content is of a kind that we do not read."
                    + " Please send PDF, DOCX, DOC, ODT, RTF, HTML, plain text or EML."),
    TOO_LARGE("too-large", "The file unpacks to more text than we accept. Please send it in several parts."),
    NO_TEXT(
            "no-text",
            "We found no text in the file; it may be a scan or a picture. Please send a version with selectable text."),
    TOOK_TOO_LONG(
            "took-too-long",
            "Reading the file took longer than we allow. Please send it in another format, such as DOCX or plain text."),
    PARSER_CRASHED(
            "parser-crashed",
            "Our reader broke down on this file. Please send it in another format, such as DOCX or plain text.");

    private final String code;
    private final String sentence;

    UnreadableReason(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /** The name on the wire and in the database. */
    public String code() {
        return code;
    }

    /** What to tell the respondent: what happened, and what to do next. */
    public String sentence() {
        return sentence;
    }
}
