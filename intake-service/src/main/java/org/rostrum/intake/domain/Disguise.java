package org.rostrum.intake.domain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a file is something else than its name says, or two things at once: what one program takes for a picture of a page, the
 * next one runs. Looks at its two ends only, and judges no file for being unreadable; that is said later, and costs nothing.
 */
public final class Disguise {
    /** How many bytes of a file's beginning are looked at. */
    public static final int HEAD = 1_024;
    /** How many of its end: an archive's directory stands there. */
    public static final int TAIL = 256 * 1_024;

    private static final Pattern HTML = Pattern.compile("<(?:!doctype\\s+html|html|head|body|script)\\b");
    private static final Set<String> NAMES_OF_HTML = Set.of("html", "htm", "xhtml", "xht", "md", "markdown", "eml", "");
    private static final Set<String> WITHOUT_MACROS = Set.of("docx", "dotx", "xlsx", "xltx", "pptx", "potx", "ppsx");
    private static final String ARCHIVE = "PK\u0003\u0004";
    private static final String ARCHIVE_END = "PK\u0005\u0006";
    private static final int ARCHIVE_END_BYTES = 22;
    private static final int COMMENT_LENGTH_AT = 20;

    private Disguise() {}

    /**
     * Whether it is one.
     *
     * @param fileName as its sender calls it
     * @param head its first bytes, up to {@link #HEAD}
     * @param tail its last bytes, up to {@link #TAIL}
     */
    public static boolean isOne(String fileName, byte[] head, byte[] tail) {
        String begin = begin(head);
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return isUnderAnotherName(begin, fileName.indexOf('.') < 0 ? "" : extension)
                || isTwoThings(begin, tail)
                || (begin.startsWith(ARCHIVE)
                        && WITHOUT_MACROS.contains(extension)
                        && new String(tail, ISO_8859_1).contains("vbaProject.bin"));
    }

    private static boolean isUnderAnotherName(String begin, String extension) {
        if (begin.startsWith("{\\rtf")) {
            return !extension.equals("rtf") && !extension.isEmpty();
        }
        if (isSvg(begin)) {
            return !extension.equals("svg") && !NAMES_OF_HTML.contains(extension);
        }
        return isHtml(begin) && !NAMES_OF_HTML.contains(extension);
    }

    private static boolean isTwoThings(String begin, byte[] tail) {
        boolean isPdf = begin.startsWith("%PDF-");
        boolean isOther = begin.startsWith(ARCHIVE) || begin.startsWith("{\\rtf") || isSvg(begin) || isHtml(begin);
        return (isPdf && endsAnArchive(tail)) || (isOther && begin.contains("%PDF-"));
    }

    private static boolean isHtml(String begin) {
        return HTML.matcher(begin.toLowerCase(Locale.ROOT)).lookingAt();
    }

    private static boolean isSvg(String begin) {
        return begin.startsWith("<svg") || (begin.startsWith("<?xml") && begin.contains("<svg"));
    }

    /** Its end record says how long the comment after it is: to the last byte. */
    private static boolean endsAnArchive(byte[] tail) {
        String end = new String(tail, ISO_8859_1);
        int at = end.lastIndexOf(ARCHIVE_END);
        return at >= 0
                && at + ARCHIVE_END_BYTES <= end.length()
                && end.charAt(at + COMMENT_LENGTH_AT) + 256 * end.charAt(at + COMMENT_LENGTH_AT + 1)
                        == end.length() - at - ARCHIVE_END_BYTES;
    }

    private static String begin(byte[] head) {
        String begin = new String(head, ISO_8859_1);
        return (begin.startsWith("\u00EF\u00BB\u00BF") ? begin.substring(3) : begin).stripLeading();
    }
}
