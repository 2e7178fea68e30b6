package org.rostrum.extraction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rostrum.extraction.Response.Status;
import org.rostrum.extraction.Response.Unit;

/** The formats that are read; everything else is refused by its content, whatever it is called. */
enum Format {
    PDF("application/pdf", "pdf", Unit.LINES),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", Unit.PARAGRAPHS),
    DOC("application/msword", "doc", Unit.PARAGRAPHS),
    ODT("application/vnd.oasis.opendocument.text", "odt", Unit.PARAGRAPHS),
    RTF("application/rtf", "rtf", Unit.PARAGRAPHS),
    HTML("text/html", "html|htm", Unit.LINES),
    XHTML("application/xhtml+xml", "xhtml", Unit.LINES),
    TEXT("text/plain", "txt|text", Unit.LINES),
    MARKDOWN("text/markdown", "md|markdown", Unit.LINES),
    CSV("text/csv", "csv|tsv", Unit.ROWS),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", Unit.ROWS),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods", Unit.ROWS),
    EMAIL("message/rfc822", "eml", Unit.LINES),
    OUTLOOK("application/vnd.ms-outlook", "msg", Unit.LINES),
    ZIP("application/zip", "zip", Unit.LINES),
    PNG("image/png", "png", Unit.LINES),
    JPEG("image/jpeg", "jpg|jpeg", Unit.LINES),
    TIFF("image/tiff", "tif|tiff", Unit.LINES);

    private static final Set<String> CONTAINERS = Set.of(
            "application/zip",
            "application/x-tika-ooxml",
            "application/x-tika-msoffice",
            "application/octet-stream",
            "text/plain");
    /** What bytes of plain text may be: only a name tells. */
    private static final Set<Format> PLAIN = Set.of(TEXT, MARKDOWN, CSV, HTML, EMAIL);

    private final String mediaType;
    private final String extensions;
    private final Unit counts;

    Format(String mediaType, String extensions, Unit counts) {
        this.mediaType = mediaType;
        this.extensions = extensions;
        this.counts = counts;
    }

    String mediaType() {
        return mediaType;
    }

    /** What the numbers of its blocks count. */
    Unit counts() {
        return counts;
    }

    /**
     * The format of content of the detected type. A name decides only between readings of plain text that its bytes allow
     * alike: an HTML fragment or a mail without tell-tale first line, and a text that merely begins like a mail.
     *
     * @throws Refused if it is none that is read, or another one than its name promises
     */
    static Format of(String detected, String fileName) throws Refused {
        Optional<Format> byName = named(fileName);
        Optional<Format> byContent = Arrays.stream(values())
                .filter(format -> format.mediaType.equals(plain(detected)))
                .findFirst();
        if (byContent.isEmpty()) {
            boolean isRemains = CONTAINERS.contains(detected) && byName.isPresent();
            throw new Refused(isRemains ? Status.UNREADABLE : Status.UNSUPPORTED, detected);
        }
        Format content = byContent.get();
        Format name = byName.orElse(content);
        if (content == TEXT && PLAIN.contains(name)) {
            return name;
        }
        // A text may begin like a mail; a page may be written as XML.
        if (content == EMAIL && PLAIN.contains(name) && name != HTML) {
            return name;
        }
        if (name == content || (isPage(name) && isPage(content))) {
            return content;
        }
        // Half an office document is an archive to who looks at its first bytes.
        if (content == ZIP && Set.of(DOCX, ODT, XLSX, ODS).contains(name)) {
            throw new Refused(Status.UNREADABLE, detected);
        }
        throw new Refused(Status.MISMATCHED, detected);
    }

    /** Dialects of plain text (CSV, source code, configuration) are plain text. */
    private static String plain(String detected) {
        return detected.startsWith("text/") && !detected.equals("text/html") ? "text/plain" : detected;
    }

    private static boolean isPage(Format format) {
        return format == HTML || format == XHTML;
    }

    static Optional<Format> named(String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> List.of(format.extensions.split("\\|", -1)).contains(extension))
                .findFirst();
    }
}
