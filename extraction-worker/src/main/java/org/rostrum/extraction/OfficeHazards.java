package org.rostrum.extraction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rostrum.extraction.Response.Status;
import org.rostrum.extraction.Screening.Finding;

/** Programs, and links by which office documents start some: embedded objects (OLE), macros, dynamic data exchange (DDE). */
final class OfficeHazards {

    private static final Pattern RTF_OBJECT =
            Pattern.compile("\\\\obj(?:data|emb|link|autlink|ocx|html|sub|pub|class)\\b");
    private static final Pattern RTF_DDE = Pattern.compile("\\\\fldinst\\b[^}]{0,200}\\bDDE(?:AUTO)?\\b");
    /** After the character that begins a field. */
    private static final Pattern OLE_DDE = Pattern.compile("\\x13\\s{0,8}DDE(?:AUTO)?\\s");

    private static final Pattern FIELD_CODE = Pattern.compile("<w:instrText[^>]{0,200}>([^<]*)|w:instr=\"([^\"]*)");
    private static final Pattern DDE = Pattern.compile("\\bDDE(?:AUTO)?\\b");
    /** A formula that names a program and a topic, as in {@code cmd|'/c calc'!A0}. */
    private static final Pattern DDE_FORMULA =
            Pattern.compile("<f>\\s{0,8}[+=@-]?\\s{0,8}\\w{2,40}\\|(?:'|&apos;|&#39;)[^<]{0,400}!");

    private static final List<byte[]> OLE_PROGRAMS = List.of(
            "Ole10Native".getBytes(UTF_16LE), "\u0003ObjInfo".getBytes(UTF_16LE), "_VBA_PROJECT".getBytes(UTF_16LE));

    private OfficeHazards() {}

    static Optional<Finding> inRtf(String rtf) {
        return RTF_OBJECT.matcher(rtf).find() || RTF_DDE.matcher(rtf).find()
                ? found("object or DDE in RTF")
                : Optional.empty();
    }

    /** By the names in its directory, which are never compressed. */
    static Optional<Finding> inOle(byte[] content) {
        if (OLE_PROGRAMS.stream().anyMatch(name -> holds(content, name))) {
            return found("object or macro in OLE");
        }
        String oneByte = new String(content, ISO_8859_1);
        String twoBytes = new String(content, UTF_16LE);
        return OLE_DDE.matcher(oneByte).find() || OLE_DDE.matcher(twoBytes).find()
                ? found("DDE in OLE")
                : Optional.empty();
    }

    /** Of an entry of a document in an archive. */
    static Optional<Finding> inName(String name) {
        boolean isProgram = name.endsWith("vbaproject.bin")
                || name.contains("/embeddings/oleobject")
                || name.contains("/activex/")
                || name.startsWith("scripts/")
                || (name.startsWith("basic/") && !name.matches(".*/(?:script|dialog)-l[bc]\\.xml"));
        return isProgram ? found("program in document") : Optional.empty();
    }

    /** Of the XML of an entry; codes of fields may lie in pieces. */
    static Optional<Finding> inPart(String xml) {
        if (xml.contains(":dde-") || xml.contains("<ddeLink") || xml.contains(":ddeLink")) {
            return found("DDE link");
        }
        if (xml.contains("<f>") && DDE_FORMULA.matcher(xml).find()) {
            return found("DDE formula");
        }
        if (!xml.contains("w:instr")) {
            return Optional.empty();
        }
        StringBuilder codes = new StringBuilder();
        FIELD_CODE
                .matcher(xml)
                .results()
                .forEach(code -> codes.append(code.group(1) == null ? code.group(2) : code.group(1)));
        return DDE.matcher(codes).find() ? found("DDE field") : Optional.empty();
    }

    private static Optional<Finding> found(String what) {
        return Optional.of(new Finding(Status.UNSAFE, what));
    }

    private static boolean holds(byte[] content, byte[] sought) {
        int last = content.length - sought.length;
        for (int at = 0; at <= last; at++) {
            if (content[at] == sought[0] && isAt(content, at, sought)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] content, int at, byte[] sought) {
        for (int i = 1; i < sought.length; i++) {
            if (content[at + i] != sought[i]) {
                return false;
            }
        }
        return true;
    }
}
