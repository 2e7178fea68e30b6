package org.rostrum.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRunTrackChange;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Small documents of every format, made on the spot. */
final class Documents {

    private Documents() {}

    static byte[] pdf(String... pages) throws IOException {
        try (PDDocument document = pages(pages)) {
            return bytes(document);
        }
    }

    static byte[] encryptedPdf(String text) throws IOException {
        try (PDDocument document = pages(text)) {
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "reader", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            return bytes(document);
        }
    }

    private static PDDocument pages(String... texts) throws IOException {
        PDDocument document = new PDDocument();
        for (String text : texts) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                content.setLeading(14);
                content.newLineAtOffset(60, 700);
                for (String line : text.lines().toList()) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
        }
        return document;
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    /** A heading, a paragraph, a two-item list, a table, a running header, a tracked deletion and a tracked insertion. */
    static byte[] docx() throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            addHeadingStyle(document, 1);
            addHeadingStyle(document, 2);
            document.createHeader(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("Running header");
            styled(document, "Heading1", "Question 2");
            styled(document, "Heading2", "2.e The deployment of IPv6");
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.createRun().setText("We deploy IPv6 everywhere.");
            CTRunTrackChange deletion = paragraph.getCTP().addNewDel();
            deletion.setId(BigInteger.ONE);
            deletion.addNewR().addNewDelText().setStringValue(" Never say this in public.");
            CTRunTrackChange insertion = paragraph.getCTP().addNewIns();
            insertion.setId(BigInteger.TWO);
            insertion.addNewR().addNewT().setStringValue(" And soon.");
            listItems(document, "First measure", "Second measure");
            XWPFTable table = document.createTable(1, 2);
            table.getRow(0).getCell(0).setText("Left cell");
            table.getRow(0).getCell(1).setText("Right cell");
            document.write(out);
            return out.toByteArray();
        }
    }

    private static void addHeadingStyle(XWPFDocument document, int level) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId("Heading" + level);
        style.addNewName().setVal("heading " + level);
        style.setType(STStyleType.PARAGRAPH);
        document.createStyles().addStyle(new XWPFStyle(style));
    }

    private static void styled(XWPFDocument document, String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        paragraph.createRun().setText(text);
    }

    private static void listItems(XWPFDocument document, String... items) {
        CTAbstractNum numbering = CTAbstractNum.Factory.newInstance();
        numbering.setAbstractNumId(BigInteger.ZERO);
        CTLvl level = numbering.addNewLvl();
        level.addNewNumFmt().setVal(STNumberFormat.BULLET);
        level.setIlvl(BigInteger.ZERO);
        level.addNewLvlText().setVal("•");
        BigInteger id = document.createNumbering()
                .addNum(document.getNumbering()
                        .addAbstractNum(new org.apache.poi.xwpf.usermodel.XWPFAbstractNum(numbering)));
        for (String item : items) {
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.setNumID(id);
            paragraph.setNumILvl(BigInteger.ZERO);
            paragraph.createRun().setText(item);
        }
    }

    static byte[] encryptedDocx() throws Exception {
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            writeEncrypted(encryptor, container);
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static void writeEncrypted(Encryptor encryptor, POIFSFileSystem container)
            throws IOException, InvalidFormatException, java.security.GeneralSecurityException {
        try (OPCPackage document = OPCPackage.open(new ByteArrayInputStream(docx()));
                OutputStream encrypted = encryptor.getDataStream(container)) {
            document.save(encrypted);
        }
    }

    static byte[] odt() throws IOException {
        String content = """
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:text>
                <text:h text:outline-level="2">Question 3</text:h>
                <text:p>Cooperation needs patience.</text:p>
                <text:list><text:list-item><text:p>A listed point</text:p></text:list-item></text:list>
                </office:text></office:body></office:document-content>""";
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("mimetype", "application/vnd.oasis.opendocument.text");
        entries.put("content.xml", content);
        return zip(entries);
    }

    static byte[] zip(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                byte[] content = entry.getValue().getBytes(UTF_8);
                ZipEntry header = new ZipEntry(entry.getKey());
                if (entry.getKey().equals("mimetype")) {
                    header.setMethod(ZipEntry.STORED);
                    header.setSize(content.length);
                    header.setCrc(crc(content));
                }
                zip.putNextEntry(header);
                zip.write(content);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static long crc(byte[] content) {
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(content);
        return crc.getValue();
    }

    static byte[] rtf() {
        return "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\f0 First paragraph, caf\\'e9.\\par Second paragraph.\\par}"
                .getBytes(UTF_8);
    }

    static byte[] html() {
        return """
                <!DOCTYPE html><html><head><title>Window title</title><style>p{color:red}</style></head><body>
                <h2>Question 1</h2><p>Processes should <b>converge</b>.<script>alert('no')</script></p>
                <ul><li>One point</li><li>Another point</li></ul>
                <table><tr><td>Cell A</td><td>Cell B</td></tr></table>
                <div>Loose words</div></body></html>""".getBytes(UTF_8);
    }

    static byte[] email() {
        return """
                From: Sender <sender@example.org>
                To: rostrum@example.org
                Subject: Our answer
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="edge"

                --edge
                Content-Type: text/plain; charset=utf-8

                The body of the mail says this.

                --edge
                Content-Type: text/plain; name="attached.txt"
                Content-Disposition: attachment; filename="attached.txt"

                The attachment says that.
                --edge--
                """.replace("\n", "\r\n").getBytes(UTF_8);
    }
}
