package org.rostrum.extraction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.rostrum.extraction.Response.FlagKind;
import org.rostrum.extraction.Response.Status;

/** Reads PDF: what is seen on its pages, by its text or, where a page is a picture, by looking. */
final class PdfReader implements Reader {

    private static final float DOTS_PER_INCH = 300;
    private static final float POINTS_PER_INCH = 72;

    private static final byte[] START = "startxref".getBytes(ISO_8859_1);

    private final Ocr ocr;

    PdfReader(Ocr ocr) {
        this.ocr = ocr;
    }

    @Override
    public void read(Path file, Part part, Blocks blocks) throws IOException {
        // From memory: the limit for files allows it, and the disk is not asked page by page.
        byte[] content = Files.readAllBytes(file);
        try (PDDocument document = Loader.loadPDF(content)) {
            refuseForeignForms(document);
            flagWhatIsBeside(document, content, blocks);
            PdfLines lines = new PdfLines();
            new PdfText(document, lines, blocks).read();
            lines.judge();
            emit(document, lines, part, blocks);
        } catch (InvalidPasswordException _) {
            throw new Refused(Status.ENCRYPTED, "password");
        }
    }

    /** A form in XML that brings definitions of its own could ask for files and exhaust who reads it. */
    private static void refuseForeignForms(PDDocument document) throws IOException {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form != null && form.getXFA() != null) {
            String xml = new String(form.getXFA().getBytes(), ISO_8859_1);
            if (xml.contains("<!DOCTYPE") || xml.contains("<!ENTITY")) {
                throw new Refused(Status.UNSAFE, "definitions in a form");
            }
        }
    }

    private static void flagWhatIsBeside(PDDocument document, byte[] content, Blocks blocks) throws IOException {
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        if (names != null && names.getEmbeddedFiles() != null) {
            var embedded = names.getEmbeddedFiles().getNames();
            blocks.flag(FlagKind.EMBEDDED_FILE, embedded == null ? 1 : embedded.size(), "");
        }
        blocks.flag(FlagKind.EARLIER_REVISION, revisionsBefore(content), "");
    }

    /** Each saving on top of the last ends with a place to start from; a file for the web has two from the beginning. */
    private static int revisionsBefore(byte[] content) {
        int saved = 0;
        for (int at = indexOf(START, content, 0); at >= 0; at = indexOf(START, content, at + 1)) {
            saved++;
        }
        String begin = new String(content, 0, Math.min(2_048, content.length), ISO_8859_1);
        return Math.max(0, saved - 1 - (begin.contains("/Linearized") ? 1 : 0));
    }

    private static int indexOf(byte[] wanted, byte[] content, int from) {
        for (int at = from; at <= content.length - wanted.length; at++) {
            if (content[at] == wanted[0] && Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    private void emit(PDDocument document, PdfLines lines, Part part, Blocks blocks) throws IOException {
        Set<Integer> scans = lines.scans();
        if (!scans.isEmpty() && !ocr.isInstalled()) {
            blocks.flag(FlagKind.OCR_MISSING, scans.size(), "");
            scans = Set.of();
        }
        int next = 1;
        for (int page : scans) {
            lines.moveTo(blocks, next, page);
            if (System.nanoTime() > part.deadline()) {
                blocks.flag(FlagKind.OCR_INCOMPLETE, 1, "page " + page);
                lines.moveTo(blocks, page, page + 1);
            } else {
                ocr.read(
                        new PDFRenderer(document).renderImage(page - 1, scale(document, page), ImageType.GRAY),
                        page,
                        part,
                        blocks);
            }
            next = page + 1;
        }
        lines.moveTo(blocks, next, Integer.MAX_VALUE);
    }

    /** As large as print needs, as small as memory allows. */
    private static float scale(PDDocument document, int page) {
        var paper = document.getPage(page - 1).getCropBox();
        double area = Math.max(1, (double) paper.getWidth() * paper.getHeight());
        return (float) Math.min(DOTS_PER_INCH / POINTS_PER_INCH, Math.sqrt(Ocr.MOST_PIXELS / area));
    }
}
