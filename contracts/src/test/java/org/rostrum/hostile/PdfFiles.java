package org.rostrum.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.rostrum.hostile.HostileFile.ABSENT;
import static org.rostrum.hostile.HostileFile.PRESENT;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/** PDF files by their objects; 1 is the catalogue, 2 the page tree, 3 the page, 4 its content, 5 its font. */
final class PdfFiles {

    private static final String TEXT = show("The " + PRESENT + " nests by the lake.", 700);
    private static final String FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";

    private final List<byte[]> objects = new ArrayList<>();
    private String catalogue = "";
    private String page = "";
    private String trailer = "";

    private PdfFiles() {}

    static String show(String text, int height) {
        return "BT /F1 12 Tf 72 " + height + " Td (" + text + ") Tj ET\n";
    }

    /** One page with that content. */
    static PdfFiles page(String content) {
        return pageOf("<</Length " + content.length() + ">>", content.getBytes(ISO_8859_1), FONT);
    }

    private static PdfFiles pageOf(String streamDictionary, byte[] stream, String font) {
        PdfFiles pdf = new PdfFiles();
        pdf.objects.add(new byte[0]);
        pdf.objects.add(latin("<</Type/Pages/Kids[3 0 R]/Count 1>>"));
        pdf.objects.add(new byte[0]);
        pdf.objects.add(stream(streamDictionary, stream));
        pdf.objects.add(latin(font));
        return pdf;
    }

    private PdfFiles with(String object) {
        objects.add(latin(object));
        return this;
    }

    private PdfFiles with(byte[] object) {
        objects.add(object);
        return this;
    }

    private PdfFiles catalogue(String entries) {
        catalogue = entries;
        return this;
    }

    byte[] bytes() {
        objects.set(0, latin("<</Type/Catalog/Pages 2 0 R" + catalogue + ">>"));
        objects.set(
                2,
                latin("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>"
                        + page + ">>>>"));
        var out = new ByteArrayOutputStream();
        out.writeBytes(latin("%PDF-1.7\n"));
        var table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(out.size()));
            out.writeBytes(latin((i + 1) + " 0 obj\n"));
            out.writeBytes(objects.get(i));
            out.writeBytes(latin("\nendobj\n"));
        }
        int start = out.size();
        out.writeBytes(latin(table + "trailer\n<</Size " + (objects.size() + 1) + "/Root 1 0 R" + trailer
                + ">>\nstartxref\n" + start + "\n%%EOF\n"));
        return out.toByteArray();
    }

    static byte[] plain() {
        return page(TEXT).bytes();
    }

    static byte[] withJavaScriptAndLaunch(String url) {
        return page(TEXT)
                .catalogue("/OpenAction<</S/JavaScript/JS(app.launchURL\\(\"" + url + "\"\\))>>"
                        + "/AA<</WC<</S/Launch/F(cmd.exe)>>>>/Names<</JavaScript<</Names[(a)<</S/URI/URI(" + url
                        + ")>>]>>>>")
                .bytes();
    }

    static byte[] withXfa(String url) {
        String packet = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"" + url + "\">]>"
                + "<xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\"><template><t>&e;</t></template></xdp:xdp>";
        return page(TEXT)
                .catalogue("/AcroForm<</Fields[]/XFA 6 0 R>>")
                .with(stream("<</Length " + packet.length() + ">>", latin(packet)))
                .bytes();
    }

    static byte[] withEmbeddedFile() {
        String file = "The embedded " + ABSENT + " is not part of the text.";
        return page(TEXT)
                .catalogue("/Names<</EmbeddedFiles<</Names[(inner.txt) 7 0 R]>>>>")
                .with(stream("<</Type/EmbeddedFile/Length " + file.length() + ">>", latin(file)))
                .with("<</Type/Filespec/F(inner.txt)/UF(inner.txt)/EF<</F 6 0 R>>>>")
                .bytes();
    }

    /** A first revision that the second one replaced; its bytes are still there. */
    static byte[] revised() {
        byte[] first =
                page(show("The earlier " + ABSENT + " was taken back.", 700)).bytes();
        int firstTable = new String(first, ISO_8859_1).lastIndexOf("xref\n0 ");
        var out = new ByteArrayOutputStream();
        out.writeBytes(first);
        int at = out.size();
        out.writeBytes(latin("4 0 obj\n"));
        out.writeBytes(stream("<</Length " + TEXT.length() + ">>", latin(TEXT)));
        out.writeBytes(latin("\nendobj\n"));
        int table = out.size();
        out.writeBytes(
                latin("xref\n4 1\n%010d 00000 n \ntrailer\n<</Size 6/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
                        .formatted(at, firstTable, table)));
        return out.toByteArray();
    }

    /** Words under a box, words that no ink shows, and words in a bookmark. */
    static byte[] blackenedBadly() {
        String content = TEXT
                + show("Under the box sits the " + ABSENT + ".", 600)
                + "0 0 0 rg 60 590 400 30 re f\n"
                + "BT 3 Tr /F1 12 Tf 72 500 Td (Nobody sees the " + ABSENT + ".) Tj ET\n";
        return page(content)
                .catalogue("/Outlines 6 0 R")
                .with("<</Type/Outlines/First 7 0 R/Last 7 0 R/Count 1>>")
                .with("<</Title(Bookmark of the " + ABSENT + ")/Parent 6 0 R/Dest[3 0 R/Fit]>>")
                .bytes();
    }

    /** Some kilobytes that unpack, twice packed, to so many megabytes of content. */
    static byte[] streamBomb(int megabytes) {
        byte[] packed = deflated(deflatedSpaces(megabytes));
        return pageOf("<</Filter[/FlateDecode/FlateDecode]/Length " + packed.length + ">>", packed, FONT)
                .bytes();
    }

    /** A table of contents that follows itself. */
    static byte[] xrefLoop() {
        String whole = new String(page(TEXT).bytes(), ISO_8859_1);
        int table = whole.lastIndexOf("xref\n0 ");
        String looped = whole.substring(0, table) + "xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 6/Prev " + table
                + ">>\nstartxref\n" + table + "\n%%EOF\n";
        return latin(looped.replaceAll("\\d 0 obj", "x 0 obj"));
    }

    /** A page tree so many levels deep. */
    static byte[] deepTree(int levels) {
        PdfFiles pdf = page(TEXT);
        pdf.objects.set(1, latin("<</Type/Pages/Kids[6 0 R]/Count 1>>"));
        for (int i = 0; i < levels; i++) {
            pdf.with("<</Type/Pages/Parent " + (i == 0 ? 2 : 5 + i) + " 0 R/Kids[" + (7 + i) + " 0 R]/Count 1>>");
        }
        return pdf.with("<</Type/Pages/Parent " + (5 + levels) + " 0 R/Kids[3 0 R]/Count 1>>")
                .bytes();
    }

    static byte[] encrypted() {
        PdfFiles pdf = page(TEXT);
        String noise = "<" + "5A".repeat(32) + ">";
        pdf.trailer =
                "/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]/Encrypt<</Filter/Standard"
                        + "/V 2/R 3/Length 128/P -44/O " + noise + "/U " + noise + ">>";
        return pdf.bytes();
    }

    /** A picture of so many pixels a side, in a few kilobytes, and no text. */
    static byte[] pixelFlood(int side, int megabytes) {
        byte[] packed = deflated(deflatedSpaces(megabytes));
        String picture = "<</Type/XObject/Subtype/Image/Width " + side + "/Height " + side
                + "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter[/FlateDecode/FlateDecode]/Length " + packed.length
                + ">>";
        PdfFiles pdf = page("600 0 0 800 0 0 cm /Im1 Do\n").with(stream(picture, packed));
        pdf.page = "/XObject<</Im1 6 0 R>>";
        return pdf.bytes();
    }

    /** A font program of noise. */
    static byte[] malformedFont() {
        byte[] noise = new byte[4_096];
        new java.util.Random(5).nextBytes(noise);
        byte[] content = latin(TEXT);
        return pageOf(
                        "<</Length " + content.length + ">>",
                        content,
                        "<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Broken/FirstChar 32/LastChar 33/Widths[500 500]"
                                + "/FontDescriptor 6 0 R/Encoding/WinAnsiEncoding>>")
                .with("<</Type/FontDescriptor/FontName/ABCDEF+Broken/Flags 32/FontBBox[0 0 1000 1000]/ItalicAngle 0"
                        + "/Ascent 800/Descent -200/CapHeight 700/StemV 80/FontFile2 7 0 R>>")
                .with(stream("<</Length1 4096/Length 4096>>", noise))
                .bytes();
    }

    private static byte[] stream(String dictionary, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(latin(dictionary + "\nstream\n"));
        out.writeBytes(content);
        out.writeBytes(latin("\nendstream"));
        return out.toByteArray();
    }

    private static byte[] deflatedSpaces(int megabytes) {
        var out = new ByteArrayOutputStream();
        byte[] spaces = " ".repeat(1 << 20).getBytes(ISO_8859_1);
        try (var deflater = new DeflaterOutputStream(out)) {
            for (int i = 0; i < megabytes; i++) {
                deflater.write(spaces);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
