package org.rostrum.extraction;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The formats that are read; everything else is refused by its content, whatever it is called. */
enum Format {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    DOC("application/msword", "doc"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    RTF("application/rtf", "rtf"),
    HTML("text/html", "html|htm"),
    XHTML("application/xhtml+xml", "xhtml"),
    TEXT("text/plain", "txt|text"),
    EMAIL("message/rfc822", "eml");

    private static final Set<String> CONTAINERS = Set.of(
            "application/zip",
            "application/x-tika-ooxml",
            "application/x-tika-msoffice",
            "application/octet-stream",
            "text/plain");

    private final String mediaType;
    private final String extensions;

    Format(String mediaType, String extensions) {
        this.mediaType = mediaType;
        this.extensions = extensions;
    }

    String mediaType() {
        return mediaType;
    }

    /**
     * The format of content of the detected type. A name decides only between readings of plain text that its bytes allow
     * alike: an HTML fragment or a mail without tell-tale first line, and a text that merely begins like a mail.
     */
    static Optional<Format> of(String detected, String fileName) {
        Optional<Format> byContent = Arrays.stream(values())
                .filter(format -> format.mediaType.equals(detected))
                .findFirst();
        Optional<Format> byName = named(fileName);
        if (byContent.equals(Optional.of(TEXT))
                && (byName.equals(Optional.of(HTML)) || byName.equals(Optional.of(EMAIL)))) {
            return byName;
        }
        return byContent.equals(Optional.of(EMAIL)) && byName.equals(Optional.of(TEXT)) ? byName : byContent;
    }

    /** Whether content of an unspecific type looks like the remains of the format that its name promises. */
    static boolean isRemainsOf(String detected, String fileName) {
        return CONTAINERS.contains(detected) && named(fileName).isPresent();
    }

    static Optional<Format> named(String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> extension.matches(format.extensions))
                .findFirst();
    }
}
