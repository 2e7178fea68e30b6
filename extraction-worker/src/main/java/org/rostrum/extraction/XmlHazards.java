package org.rostrum.extraction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rostrum.extraction.Response.Status;
import org.rostrum.extraction.Screening.Finding;

/** Document types that define entities or fetch something, in XML and in what pretends to be. */
final class XmlHazards {

    /** Where a document type can stand at all, with room for long comments before it. */
    private static final int PROLOGUE = 65_536;

    private static final Pattern DOCTYPE =
            Pattern.compile("<!DOCTYPE[^>\\[]{0,2000}([>\\[])", Pattern.CASE_INSENSITIVE);
    private static final Pattern FETCHES = Pattern.compile("\\bSYSTEM\\b|://|\\\\\\\\|file:", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY = Pattern.compile("<!ENTITY\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HTML =
            Pattern.compile("<!DOCTYPE\\s+html\\b[^>\\[]{0,2000}>", Pattern.CASE_INSENSITIVE);

    private XmlHazards() {}

    static boolean looksLikeMarkup(byte[] head) {
        return prologue(head).stripLeading().startsWith("<");
    }

    /** In a file of its own: HTML names its document type's address by custom, and no reader of HTML fetches it. */
    static Optional<Finding> inMarkup(byte[] content) {
        String prologue = prologue(content);
        if (ENTITY.matcher(prologue).find()) {
            return found("entities");
        }
        Matcher first = DOCTYPE.matcher(prologue);
        boolean isHtml = first.find() && HTML.matcher(first.group()).matches();
        return isHtml ? Optional.empty() : doctype(prologue);
    }

    /** In a part of an office document, which has no business to have any that does more than give its name. */
    static Optional<Finding> inPart(byte[] content) {
        String prologue = prologue(content);
        // Nearly every part has nothing of the kind, and these two signs tell that at once.
        return prologue.contains("<!") ? doctype(prologue) : Optional.empty();
    }

    private static Optional<Finding> doctype(String prologue) {
        Matcher doctype = DOCTYPE.matcher(prologue);
        if (doctype.find()
                && (doctype.group(1).equals("[")
                        || FETCHES.matcher(doctype.group()).find())) {
            return found("doctype");
        }
        return ENTITY.matcher(prologue).find() ? found("entities") : Optional.empty();
    }

    private static Optional<Finding> found(String what) {
        return Optional.of(new Finding(Status.UNSAFE, what));
    }

    private static String prologue(byte[] content) {
        int length = Math.min(content.length, PROLOGUE);
        Charset charset = charset(content);
        String text = new String(content, 0, length, charset);
        return text.startsWith("\uFEFF") || text.startsWith("\u00EF\u00BB\u00BF")
                ? text.substring(text.startsWith("\uFEFF") ? 1 : 3)
                : text;
    }

    /** As XML recognises it (XML 1.0, appendix F); everything that we look for is ASCII. */
    private static Charset charset(byte[] content) {
        if (content.length < 2) {
            return ISO_8859_1;
        }
        int first = content[0] & 0xFF;
        int second = content[1] & 0xFF;
        if ((first == 0xFE && second == 0xFF) || (first == 0 && second == '<')) {
            return UTF_16BE;
        }
        boolean isLittle = (first == 0xFF && second == 0xFE) || (first == '<' && second == 0);
        return isLittle ? UTF_16LE : ISO_8859_1;
    }
}
