package org.rostrum.extraction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;
import org.rostrum.extraction.Response.FlagKind;
import org.rostrum.extraction.Response.Status;

class PdfReaderTest {

    private static final PDType1Font PLAIN = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    private static final PDType1Font BOLD = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);

    /** What a test draws on a page. */
    private interface Drawing {
        void on(PDPageContentStream page) throws IOException;
    }

    @Test
    void hostile_35_leaves_out_what_is_below_a_box_and_what_is_not_seen() throws IOException {
        Reading reading = read(pdf(page -> {
            write(page, PLAIN, 11, 700, "Everybody may read this line of the answer.");
            write(page, PLAIN, 11, 680, "The name of the witness is below a box.");
            page.setNonStrokingColor(Color.BLACK);
            page.addRect(50, 675, 400, 18);
            page.fill();
            page.setNonStrokingColor(Color.WHITE);
            write(page, PLAIN, 11, 640, "White letters on white paper.");
            page.setNonStrokingColor(Color.BLACK);
            page.setRenderingMode(RenderingMode.NEITHER);
            write(page, PLAIN, 11, 620, "Letters that are not painted.");
            page.setRenderingMode(RenderingMode.FILL);
            write(page, PLAIN, 0.5f, 600, "Letters of half a point.");
            write(page, PLAIN, 11, 2_000, "Letters beside the page.");
        }));

        assertThat(reading.texts()).containsExactly("Everybody may read this line of the answer.");
        assertThat(reading.flags())
                .containsOnly(
                        entry(FlagKind.COVERED_TEXT, 1),
                        entry(FlagKind.HIDDEN_TEXT, 1),
                        entry(FlagKind.OFF_PAGE_TEXT, 1));
        assertThat(reading.response().flags()).allMatch(flag -> flag.detail().equals("page 1"));
    }

    @Test
    void keeps_white_letters_on_a_box_and_what_a_marker_highlights() throws IOException {
        Reading reading = read(pdf(page -> {
            page.setNonStrokingColor(new Color(0, 51, 102));
            page.addRect(50, 690, 400, 30);
            page.fill();
            page.setNonStrokingColor(Color.WHITE);
            write(page, PLAIN, 11, 700, "Inverted words are seen.");
            page.setNonStrokingColor(Color.BLACK);
            write(page, PLAIN, 11, 640, "Highlighted words are seen.");
            PDExtendedGraphicsState marker = new PDExtendedGraphicsState();
            marker.setNonStrokingAlphaConstant(0.4f);
            page.setGraphicsStateParameters(marker);
            page.setNonStrokingColor(Color.YELLOW);
            page.addRect(50, 635, 400, 18);
            page.fill();
        }));

        assertThat(String.join(" ", reading.texts()))
                .contains("Inverted words are seen.")
                .contains("Highlighted words are seen.");
        assertThat(reading.flags()).isEmpty();
    }

    @Test
    void hostile_33_34_neither_reads_embedded_files_nor_bookmarks_nor_earlier_revisions_and_says_so()
            throws IOException {
        Reading reading = read(revised(withBookmarkAndFile()));

        assertThat(reading.texts()).containsExactly("The second version.");
        assertThat(reading.flags()).containsOnly(entry(FlagKind.EMBEDDED_FILE, 1), entry(FlagKind.EARLIER_REVISION, 1));
    }

    private static byte[] withBookmarkAndFile() throws IOException {
        try (PDDocument document = document(page -> write(page, PLAIN, 11, 700, "The first version."))) {
            PDDocumentOutline outline = new PDDocumentOutline();
            PDOutlineItem item = new PDOutlineItem();
            item.setTitle("A secret bookmark");
            outline.addLast(item);
            document.getDocumentCatalog().setDocumentOutline(outline);
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile("notes.txt");
            file.setEmbeddedFile(
                    new PDEmbeddedFile(document, new ByteArrayInputStream("embedded words".getBytes(ISO_8859_1))));
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("notes.txt", file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
            return bytes(document);
        }
    }

    private static byte[] revised(byte[] first) throws IOException {
        try (PDDocument document = Loader.loadPDF(first);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDStream content = new PDStream(
                    document,
                    new ByteArrayInputStream(
                            "BT /F1 11 Tf 60 700 Td (The second version.) Tj ET".getBytes(ISO_8859_1)));
            PDPage page = document.getPage(0);
            page.setContents(content);
            PDResources resources = page.getResources();
            resources.put(COSName.getPDFName("F1"), PLAIN);
            page.getCOSObject().setNeedToBeUpdated(true);
            resources.getCOSObject().setNeedToBeUpdated(true);
            resources.getCOSObject().getCOSDictionary(COSName.FONT).setNeedToBeUpdated(true);
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    @Test
    void tells_headings_and_footnotes_by_how_they_are_printed() throws IOException {
        Reading reading = read(pdf(
                page -> {
                    write(page, BOLD, 18, 720, "Question two");
                    write(page, BOLD, 11, 690, "What we ask for");
                    lines(
                            page,
                            11,
                            660,
                            "We ask for a plan that everybody can read and that",
                            "is written before the work begins, not after it, and that");
                    lines(page, 7, 80, "1 See the annual report of the agency, second part.");
                    write(page, PLAIN, 11, 40, "1");
                },
                page -> lines(
                        page,
                        11,
                        720,
                        "names who is responsible for what, until when.",
                        "That is all that we ask for in this part of the answer.")));

        assertThat(reading.lines())
                .containsExactly(
                        "heading1 Question two",
                        "heading2 What we ask for",
                        "paragraph We ask for a plan that everybody can read and that\nis written before the work begins, not after it, and that",
                        "footnote 1 See the annual report of the agency, second part.",
                        "paragraph 1",
                        "paragraph names who is responsible for what, until when.\nThat is all that we ask for in this part of the answer.");
        assertThat(reading.placeOf("names who")).isEqualTo(" 2 1");
        assertThat(reading.placeOf("We ask for a plan")).isEqualTo(" 1 3");
    }

    @Test
    void reads_what_was_filled_into_a_form_beside_its_label() throws IOException {
        assertThat(String.join("\n", read(form()).texts()))
                .containsSubsequence("First question", "An answer in a field", "Second question", "Another one");
    }

    private static byte[] form() throws IOException {
        try (PDDocument document = document(page -> {
            write(page, PLAIN, 11, 700, "First question");
            write(page, PLAIN, 11, 600, "Second question");
        })) {
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDResources resources = new PDResources();
            resources.put(COSName.HELV, PLAIN);
            form.setDefaultResources(resources);
            field(document, form, "b", 560, "Another one");
            field(document, form, "a", 660, "An answer in a field");
            return bytes(document);
        }
    }

    private static void field(PDDocument document, PDAcroForm form, String name, int y, String value)
            throws IOException {
        PDTextField field = new PDTextField(form);
        field.setPartialName(name);
        field.setDefaultAppearance("/Helv 11 Tf 0 g");
        form.getFields().add(field);
        var widget = field.getWidgets().getFirst();
        widget.setRectangle(new PDRectangle(60, y, 300, 20));
        widget.setPage(document.getPage(0));
        document.getPage(0).getAnnotations().add(widget);
        field.setValue(value);
    }

    @Test
    void takes_the_letters_that_a_mark_says_its_signs_stand_for() throws IOException {
        Reading reading = read(pdf(page -> {
            COSDictionary stands = new COSDictionary();
            stands.setString(COSName.ACTUAL_TEXT, "difficult");
            page.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(stands));
            write(page, PLAIN, 11, 700, "di?cult");
            page.endMarkedContent();
            write(page, PLAIN, 11, 600, "plain words");
        }));

        assertThat(reading.texts()).containsExactly("difficult", "plain words");
    }

    @Test
    void hostile_32_refuses_a_form_with_definitions_of_its_own() throws IOException {
        try (PDDocument document = document(page -> write(page, PLAIN, 11, 700, "Text."))) {
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDStream xfa = new PDStream(
                    document,
                    new ByteArrayInputStream(
                            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>".getBytes(ISO_8859_1)));
            form.getCOSObject().setItem(COSName.XFA, xfa);

            assertThat(read(bytes(document)).response().status()).isEqualTo(Status.UNSAFE);
        }
    }

    private static Reading read(byte[] pdf) throws IOException {
        return Reading.of(pdf, "answer.pdf");
    }

    private static byte[] pdf(Drawing... pages) throws IOException {
        try (PDDocument document = document(pages)) {
            return bytes(document);
        }
    }

    private static PDDocument document(Drawing... pages) throws IOException {
        PDDocument document = new PDDocument();
        for (Drawing drawing : pages) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                drawing.on(content);
            }
        }
        return document;
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static void write(PDPageContentStream page, PDType1Font font, float size, float y, String text)
            throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(60, y);
        page.showText(text);
        page.endText();
    }

    private static void lines(PDPageContentStream page, float size, float y, String... lines) throws IOException {
        for (String line : List.of(lines)) {
            write(page, PLAIN, size, y, line);
            y -= size * 1.2f;
        }
    }
}
