package org.rostrum.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.rostrum.contracts.QuarantineReason.CORRUPTED;
import static org.rostrum.contracts.QuarantineReason.ENCRYPTED;
import static org.rostrum.contracts.QuarantineReason.MALWARE;
import static org.rostrum.contracts.QuarantineReason.NO_TEXT;
import static org.rostrum.contracts.QuarantineReason.PARSER_CRASHED;
import static org.rostrum.contracts.QuarantineReason.TOOK_TOO_LONG;
import static org.rostrum.contracts.QuarantineReason.TOO_LARGE;
import static org.rostrum.contracts.QuarantineReason.UNSAFE_PARTS;
import static org.rostrum.contracts.QuarantineReason.UNSUPPORTED_FORMAT;
import static org.rostrum.hostile.HostileFile.ABSENT;
import static org.rostrum.hostile.HostileFile.PRESENT;
import static org.rostrum.hostile.OfficeFiles.PARAGRAPH;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.hostile.HostileFile.Expected;
import org.rostrum.hostile.HostileFile.Inert;
import org.rostrum.hostile.HostileFile.Quarantined;
import org.rostrum.hostile.HostileFile.Refused;

/** Cases 20 to 42 of the list of hostile input; those that want to fetch something call a listener of the test. */
public final class HostileFiles {

    /** In two halves, so that no scanner takes this class for a virus. */
    private static final byte[] EICAR =
            ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*").getBytes(UTF_8);

    private static final Expected REFUSED = new Refused();
    private static final Expected INERT = new Inert();
    private static final Expected BROKEN =
            quarantined(CORRUPTED, TOO_LARGE, TOOK_TOO_LONG, PARSER_CRASHED, NO_TEXT, UNSUPPORTED_FORMAT);

    private final String url;
    private final int port;

    /**
     * Makes them.
     *
     * @param port of the listener on this machine that must see nothing
     */
    public HostileFiles(int port) {
        this.port = port;
        this.url = "http://127.0.0.1:" + port + "/fetched";
    }

    public Stream<HostileFile> all() {
        return IntStream.rangeClosed(20, 42).boxed().flatMap(number -> of(number).stream());
    }

    /** All variants of one case. */
    public List<HostileFile> of(int number) {
        return variants(number)
                .map(each -> new HostileFile(number, each.what, each.name, each.content, each.expected))
                .toList();
    }

    @SuppressWarnings("ArrayRecordComponent") // made once, compared by nobody
    private record Variant(String what, String name, byte[] content, Expected expected) {}

    private Stream<Variant> variants(int number) {
        return switch (number) {
            case 20 -> viruses();
            case 21 -> nestedBombs();
            case 22 ->
                Stream.of(new Variant(
                        "one entry under 200 names",
                        "overlap.zip",
                        new RawZip().addOverlapping(200, new byte[4 << 20]).bytes(),
                        quarantined(UNSAFE_PARTS, TOO_LARGE, CORRUPTED)));
            case 23 -> escapes();
            case 24 -> liars();
            case 25 -> entities("<!DOCTYPE x [<!ENTITY e SYSTEM \"" + url + "\">]>", "fetching");
            case 26 -> entities(laughs(), "a billion laughs");
            case 27 -> references();
            case 28 ->
                Stream.of(new Variant(
                        "macros under the name of a document",
                        "letter.docx",
                        OfficeFiles.docm(PARAGRAPH)
                                .add("word/vbaProject.bin", "macro")
                                .bytes(),
                        REFUSED));
            case 29 -> programs();
            case 30 ->
                Stream.of(new Variant("what was struck out or hidden", "draft.docx", OfficeFiles.revised(), INERT));
            case 31 ->
                Stream.of(new Variant(
                        "JavaScript and Launch", "actions.pdf", PdfFiles.withJavaScriptAndLaunch(url), INERT));
            case 32 ->
                Stream.of(new Variant(
                        "a form with entities", "form.pdf", PdfFiles.withXfa(url), quarantined(UNSAFE_PARTS)));
            case 33 -> Stream.of(new Variant("a file in the file", "carrier.pdf", PdfFiles.withEmbeddedFile(), INERT));
            case 34 -> Stream.of(new Variant("an earlier revision", "revised.pdf", PdfFiles.revised(), INERT));
            case 35 -> Stream.of(new Variant("boxes over words", "blackened.pdf", PdfFiles.blackenedBadly(), INERT));
            case 36 -> brokenPdfs();
            case 37 -> encrypted();
            case 38 -> polyglots();
            case 39 -> disguises();
            case 40 -> floods();
            case 41 ->
                Stream.of(new Variant("a font of noise", "font.pdf", PdfFiles.malformedFont(), quarantined(CORRUPTED)));
            case 42 -> cut();
            default -> throw new IllegalArgumentException("There is no file of that number: " + number);
        };
    }

    private static Stream<Variant> viruses() {
        return Stream.of(
                new Variant("EICAR", "eicar.txt", EICAR, quarantined(MALWARE)),
                new Variant(
                        "EICAR zipped",
                        "eicar.zip",
                        new RawZip().add("a.com", EICAR).bytes(),
                        quarantined(MALWARE)),
                new Variant(
                        "EICAR in a document",
                        "eicar.docx",
                        OfficeFiles.docx(PARAGRAPH)
                                .add("word/media/a.com", EICAR)
                                .bytes(),
                        quarantined(MALWARE)));
    }

    private static Stream<Variant> nestedBombs() {
        byte[] inner = new RawZip().add("zeros", new byte[32 << 20]).bytes();
        RawZip middle = new RawZip();
        IntStream.range(0, 40).forEach(i -> middle.add("part" + i + ".zip", inner));
        byte[] deep = new RawZip().add("a.txt", "bottom").bytes();
        for (int i = 0; i < 12; i++) {
            deep = new RawZip().add("deeper.zip", deep).bytes();
        }
        String much = "<w:p><w:r><w:t>" + " ".repeat(60 << 20) + "</w:t></w:r></w:p>";
        return Stream.of(
                new Variant("1.3 GB in some kilobytes", "bomb.zip", middle.bytes(), quarantined(TOO_LARGE)),
                new Variant("archives in archives", "deep.zip", deep, quarantined(TOO_LARGE)),
                new Variant(
                        "60 MB of blanks in a document",
                        "blanks.docx",
                        OfficeFiles.docx(much).bytes(),
                        quarantined(TOO_LARGE)));
    }

    private static Stream<Variant> escapes() {
        Stream<Variant> slips = Stream.of(
                        "../../../../tmp/" + ABSENT, "/tmp/" + ABSENT, "C:\\" + ABSENT, "a\\..\\..\\" + ABSENT)
                .map(name -> new Variant(
                        "an entry elsewhere",
                        "slip.docx",
                        OfficeFiles.docx(PARAGRAPH).add(name, "x").bytes(),
                        quarantined(UNSAFE_PARTS)));
        byte[] link = new RawZip().addSymlink("a.txt", "/etc/passwd").bytes();
        return Stream.concat(
                slips, Stream.of(new Variant("a symbolic link", "link.zip", link, quarantined(UNSAFE_PARTS))));
    }

    private static Stream<Variant> liars() {
        RawZip many = new RawZip();
        IntStream.range(0, 70_000).forEach(i -> many.add("e" + i, ""));
        return Stream.of(
                new Variant(
                        "a small size for a large entry",
                        "liar.docx",
                        OfficeFiles.docx(PARAGRAPH)
                                .addLying("word/media/a.txt", new byte[1 << 20], 10)
                                .bytes(),
                        quarantined(CORRUPTED)),
                new Variant("70,000 entries", "many.zip", many.bytes(), quarantined(TOO_LARGE, CORRUPTED)));
    }

    private static Stream<Variant> entities(String doctype, String what) {
        String svg = "<?xml version=\"1.0\"?>" + doctype
                + "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&e;</text></svg>";
        return Stream.of(
                new Variant(
                        what + " in a document",
                        "entity.docx",
                        OfficeFiles.docxWith(doctype, "<w:p><w:r><w:t>&e;</w:t></w:r></w:p>")
                                .bytes(),
                        quarantined(UNSAFE_PARTS)),
                new Variant(
                        what + " in an ODT", "entity.odt", OfficeFiles.odt(doctype, "&e;"), quarantined(UNSAFE_PARTS)),
                new Variant(what + " in SVG", "entity.svg", svg.getBytes(UTF_8), quarantined(UNSAFE_PARTS)),
                new Variant(
                        what + " in XHTML",
                        "entity.xhtml",
                        svg.replace("<svg xmlns=\"http://www.w3.org/2000/svg\"><text>", "<html><p>")
                                .replace("</text></svg>", "</p></html>")
                                .getBytes(UTF_8),
                        quarantined(UNSAFE_PARTS)));
    }

    private static String laughs() {
        var doctype = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            doctype.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
        }
        return doctype + "<!ENTITY e \"&a9;\">]>";
    }

    private Stream<Variant> references() {
        String html = "<!DOCTYPE html><html><head><link rel=stylesheet href='" + url + "'><base href='" + url
                + "'></head><body><p>The " + PRESENT + " nests by the lake.</p><img src='" + url + "'><iframe src='"
                + url
                + "'></iframe><script src='" + url + "'></script></body></html>";
        return Stream.of(
                new Variant(
                        "a template elsewhere",
                        "template.docx",
                        OfficeFiles.docx(PARAGRAPH)
                                .add("word/settings.xml", "<w:settings xmlns:w=\"urn:x\"/>")
                                .add("word/_rels/settings.xml.rels", OfficeFiles.relationships("attachedTemplate", url))
                                .bytes(),
                        INERT),
                new Variant(
                        "a picture on another machine",
                        "unc.docx",
                        OfficeFiles.docx(PARAGRAPH)
                                .add(
                                        "word/_rels/document.xml.rels",
                                        OfficeFiles.relationships(
                                                "image", "file://///127.0.0.1@" + port + "/share/a.png"))
                                .bytes(),
                        INERT),
                new Variant("a page with pictures", "page.html", html.getBytes(UTF_8), INERT),
                new Variant(
                        "a template in RTF", "template.rtf", OfficeFiles.rtf("{\\*\\template " + url + "}"), INERT));
    }

    private static Stream<Variant> programs() {
        String split = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> DD</w:instrText></w:r>"
                + "<w:r><w:instrText>EAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\" </w:instrText></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
        return Stream.of(
                new Variant(
                        "an embedded object",
                        "object.docx",
                        OfficeFiles.docx(PARAGRAPH)
                                .add("word/embeddings/oleObject1.bin", "object")
                                .bytes(),
                        quarantined(UNSAFE_PARTS)),
                new Variant(
                        "DDE in pieces",
                        "dde.docx",
                        OfficeFiles.docx(PARAGRAPH + split).bytes(),
                        quarantined(UNSAFE_PARTS)),
                new Variant("DDE in a cell", "dde.xlsx", OfficeFiles.xlsxWithDde(), quarantined(UNSAFE_PARTS)),
                new Variant(
                        "an object in RTF",
                        "object.rtf",
                        OfficeFiles.rtf("{\\object\\objemb{\\*\\objdata 01050000}}"),
                        quarantined(UNSAFE_PARTS)));
    }

    private static Stream<Variant> brokenPdfs() {
        return Stream.of(
                new Variant("a stream of 600 MB", "stream.pdf", PdfFiles.streamBomb(600), BROKEN),
                new Variant("a table that follows itself", "loop.pdf", PdfFiles.xrefLoop(), BROKEN),
                new Variant("a tree of 20,000 levels", "tree.pdf", PdfFiles.deepTree(20_000), BROKEN));
    }

    private static Stream<Variant> encrypted() {
        return Stream.of(
                new Variant("PDF", "sealed.pdf", PdfFiles.encrypted(), quarantined(ENCRYPTED)),
                new Variant(
                        "an archive",
                        "sealed.zip",
                        new RawZip().addEncrypted("a.txt").bytes(),
                        quarantined(ENCRYPTED)));
    }

    private static Stream<Variant> polyglots() {
        byte[] html = ("<html><script>alert(1)</script><p>The " + PRESENT + "</p></html>\n").getBytes(UTF_8);
        return Stream.of(
                new Variant(
                        "PDF and ZIP",
                        "both.pdf",
                        joined(PdfFiles.plain(), new RawZip().add("a.txt", "x").bytes()),
                        REFUSED),
                new Variant("HTML and PDF", "both.html", joined(html, PdfFiles.plain()), REFUSED),
                new Variant(
                        "PDF and HTML under the name of a PDF", "page.pdf", joined(html, PdfFiles.plain()), REFUSED));
    }

    private static Stream<Variant> disguises() {
        byte[] html = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(UTF_8);
        byte[] svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".getBytes(UTF_8);
        return Stream.of(
                new Variant("HTML as PDF", "page.pdf", html, REFUSED),
                new Variant("HTML as text", "page.txt", html, REFUSED),
                new Variant("SVG as text", "picture.txt", svg, REFUSED),
                new Variant("SVG as PDF", "picture.pdf", svg, REFUSED),
                new Variant("RTF as DOCX", "letter.docx", OfficeFiles.rtf(""), REFUSED),
                new Variant("RTF as PDF", "letter.pdf", OfficeFiles.rtf(""), REFUSED));
    }

    private static Stream<Variant> floods() {
        byte[] png = joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'},
                new byte[] {0, 0, (byte) 0xFF, (byte) 0xFF, 0, 0, (byte) 0xFF, (byte) 0xFF, 8, 6, 0, 0, 0, 0, 0, 0, 0});
        var gif = new ByteArrayOutputStream();
        gif.writeBytes("GIF89a\u00FF\u00FF\u00FF\u00FF\u0000\u0000\u0000".getBytes(ISO_8859_1));
        byte[] frame = {0x2C, 0, 0, 0, 0, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0, 2, 1, 0, 0};
        IntStream.range(0, 50_000).forEach(i -> gif.writeBytes(frame));
        return Stream.of(
                new Variant("a picture of 4 billion pixels", "flood.png", png, BROKEN),
                new Variant("50,000 frames of 4 billion pixels", "frames.gif", gif.toByteArray(), BROKEN),
                new Variant("a page of one picture", "flood.pdf", PdfFiles.pixelFlood(30_000, 600), BROKEN));
    }

    private static Stream<Variant> cut() {
        byte[] docx = OfficeFiles.docx(PARAGRAPH.repeat(50)).bytes();
        byte[] pdf = PdfFiles.plain();
        return Stream.of(
                new Variant("no byte", "empty.pdf", new byte[0], REFUSED),
                new Variant(
                        "half a document", "half.docx", Arrays.copyOf(docx, docx.length / 2), quarantined(CORRUPTED)),
                new Variant("half a PDF", "half.pdf", Arrays.copyOf(pdf, pdf.length - 40), quarantined(CORRUPTED)));
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static Expected quarantined(QuarantineReason... reasons) {
        return new Quarantined(Set.of(reasons));
    }
}
