package org.rostrum.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** Files as respondents make them, and the text of files that the system makes. */
final class Documents {
    private Documents() {}

    /** A Word document; a line that starts with {@code # } becomes a heading. */
    static byte[] docx(List<String> lines) throws IOException {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            for (var line : lines) {
                var paragraph = document.createParagraph();
                if (line.startsWith("# ")) {
                    paragraph.setStyle("Heading1");
                }
                paragraph.createRun().setText(line.replaceFirst("^# ", ""));
            }
            document.write(out);
            return out.toByteArray();
        }
    }

    /** The same, with its author in the document's properties. */
    static byte[] docxBy(String author, List<String> lines) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx(lines)));
                var out = new ByteArrayOutputStream()) {
            document.getProperties().getCoreProperties().setCreator(author);
            document.write(out);
            return out.toByteArray();
        }
    }

    static byte[] pdf(List<String> lines) throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                content.setLeading(28);
                content.newLineAtOffset(60, 720);
                for (var line : lines) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    static byte[] encryptedDocx() throws Exception {
        try (var files = new POIFSFileSystem();
                var out = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var sealed = encryptor.getDataStream(files)) {
                sealed.write(docx(List.of("# 1", "Nobody can read this.")));
            }
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    static byte[] corruptedPdf() throws IOException {
        var whole = pdf(List.of("This will be cut off in the middle of its life."));
        var broken = new byte[whole.length / 3];
        System.arraycopy(whole, 0, broken, 0, broken.length);
        return broken;
    }

    static String textOfPdf(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    static String textOfDocx(InputStream docx) throws IOException {
        try (var document = new XWPFDocument(docx)) {
            return document.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"))
                    + document.getTables().stream().map(t -> t.getText()).collect(Collectors.joining("\n"));
        }
    }

    static String textOfDocx(byte[] docx) throws IOException {
        return textOfDocx(new ByteArrayInputStream(docx));
    }

    static String metadataOfPdf(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var metadata = document.getDocumentCatalog().getMetadata();
            var xmp = metadata == null ? "" : new String(metadata.toByteArray(), UTF_8);
            return document.getDocumentInformation().getCOSObject() + xmp;
        }
    }

    /** Every part of the package but the body, as text: properties, comments, settings. */
    static String metadataOfDocx(byte[] docx) throws IOException {
        var all = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(entry.getName()).append(new String(zip.readAllBytes(), UTF_8));
            }
        }
        return all.toString();
    }
}
