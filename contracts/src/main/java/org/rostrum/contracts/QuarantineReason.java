package org.rostrum.contracts;

import java.util.Arrays;
import java.util.Optional;

/** Why an attachment could not be read: the one table of codes on the wire and of what respondents and staff are told. */
public enum QuarantineReason {
    EMPTY_FILE("The file is empty. Please send the copy that has your text in it."),
    ENCRYPTED("The file is protected by a password. Please send a copy without one."),
    CORRUPTED("The file is damaged or cut short. Please open it on your side, save it anew and send that copy."),
    UNSUPPORTED_FORMAT(
            "This kind of file is not read. Please send PDF, DOCX, ODT, RTF, HTML, plain text, XLSX, ODS, CSV, a mail, or a ZIP"
                    + " of these."),
    TOO_LARGE("The file holds more text than can be read. Please send it in parts."),
    NO_TEXT("No text was found in the file; it may hold pictures of pages only. Please send a copy with text."),
    TOOK_TOO_LONG("Reading the file took too long. Please send it as plain text or as a simpler document."),
    PARSER_CRASHED("The file could not be read safely. Please send it as plain text or as a simpler document."),
    MALWARE("Harmful code was recognised in the file. Please check your computer, and send a clean copy."),
    UNSAFE_PARTS(
            "The file holds parts that are not opened, such as programs or references that fetch other files. Please save"
                    + " it as PDF or plain text and send that copy."),
    NOT_WHAT_IT_SAYS("The file's content is of another kind than its name says. Please send it under its own name.");

    private final String sentence;

    QuarantineReason(String sentence) {
        this.sentence = sentence;
    }

    /** In kebab-case, as on the wire. */
    public String code() {
        return KebabCase.of(this);
    }

    /** What happened and what to do next, in English. */
    public String sentence() {
        return sentence;
    }

    public static Optional<QuarantineReason> ofCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
