package org.rostrum.processing.adapter.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.processing.domain.text.Block;
import org.rostrum.processing.domain.text.BlockKind;
import org.rostrum.processing.domain.text.Extraction;
import org.rostrum.processing.domain.text.Extraction.Extracted;
import org.rostrum.processing.domain.text.Extraction.Unreadable;
import org.rostrum.processing.domain.text.ExtractionFlag;
import org.rostrum.processing.domain.text.NormalisedText;
import org.rostrum.processing.domain.text.Place;
import org.rostrum.processing.domain.text.Span;
import org.rostrum.processing.domain.text.UnreadFile;

/** The shipped worker, through the pool, on documents written by hand; more of them in the worker's own tests. */
@Timeout(120)
class RealWorkerTest {

    private static final Path DIST = Path.of("..", "extraction-worker", "target", "dist");
    private static final WorkerPool POOL =
            new WorkerPool(WorkerSettings.usual(DIST.toAbsolutePath().normalize() + "/*")
                    .withWorkers(1)
                    .withJail(OS.LINUX.isCurrentOs() ? JailPolicy.REQUIRED : JailPolicy.PREFERRED));

    @TempDir
    Path folder;

    @BeforeAll
    static void needs_a_built_worker() {
        assumeThat(DIST).as("build the module extraction-worker first").isDirectory();
    }

    @AfterAll
    static void ends_the_workers() {
        POOL.close();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void is_kept_from_the_network_by_the_operating_system() {
        POOL.prepare();

        assertThat(POOL.isolation()).hasValueSatisfying(isolation -> {
            assertThat(isolation.network()).isFalse();
            assertThat(isolation.protections()).contains("no-sockets", "own-folder-only");
        });
    }

    @Test
    void reads_plain_text_into_paragraphs() throws IOException {
        NormalisedText text = read("First  paragraph.\r\n\r\nSecond\tone.".getBytes(UTF_8), "a.txt");

        assertThat(text.text()).isEqualTo("First paragraph.\n\nSecond one.");
    }

    @Test
    void reads_html_with_its_headings() throws IOException {
        NormalisedText text =
                read("<html><body><h2>Question 1</h2><p>Yes.</p></body></html>".getBytes(UTF_8), "a.html");

        assertThat(text.blocks())
                .containsExactly(
                        new Block(BlockKind.HEADING, 2, new Span(0, 10), new Place(0, 0, 1)),
                        new Block(BlockKind.PARAGRAPH, 0, new Span(12, 16), new Place(0, 0, 1)));
    }

    @Test
    void reads_rtf() throws IOException {
        assertThat(read("{\\rtf1\\ansi One.\\par Two.\\par}".getBytes(UTF_8), "a.rtf")
                        .text())
                .isEqualTo("One.\n\nTwo.");
    }

    @Test
    void reads_the_body_of_a_mail() throws IOException {
        byte[] mail =
                "From: a@example.org\r\nSubject: Answer\r\nMIME-Version: 1.0\r\n\r\nWe agree.\r\n".getBytes(UTF_8);

        assertThat(read(mail, "a.eml").text()).contains("We agree.");
    }

    @Test
    void reads_a_docx_and_refuses_a_truncated_one() throws IOException {
        byte[] docx = zip("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/word/document.xml" ContentType=\
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>\
                """, "_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1" Target="word/document.xml" Type=\
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>\
                """, "word/document.xml", """
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
                <w:p><w:r><w:t>We deploy IPv6.</w:t></w:r></w:p></w:body></w:document>\
                """);

        assertThat(read(docx, "a.docx").text()).isEqualTo("We deploy IPv6.");
        assertThat(refusal(Arrays.copyOf(docx, docx.length / 2), "a.docx")).isEqualTo(QuarantineReason.CORRUPTED);
    }

    @Test
    void reads_a_pdf_with_its_page_and_refuses_a_scan_and_a_wreck() throws IOException {
        NormalisedText text = read(pdf("BT /F1 12 Tf 72 700 Td (We connect villages.) Tj ET"), "a.pdf");

        assertThat(text.text()).isEqualTo("We connect villages.");
        assertThat(text.blocks()).extracting(Block::page).containsExactly(1);
        assertThat(refusal(pdf("0 0 m 9 9 l S"), "a.pdf")).isEqualTo(QuarantineReason.NO_TEXT);
        assertThat(refusal("%PDF-1.7\nnothing else".getBytes(UTF_8), "a.pdf")).isEqualTo(QuarantineReason.CORRUPTED);
    }

    @Test
    void reads_a_picture_by_tesseract_within_its_bounds() throws IOException {
        assumeThat(Path.of("/usr/bin/tesseract")).as("install tesseract-ocr").isExecutable();
        Path file = Files.write(folder.resolve("scan"), picture("Broadband for every village is what we ask for."));

        Extracted extracted = (Extracted) POOL.extract(file, "scan.png", "image/png", List.of("en", "fr"));

        assertThat(extracted.text().text()).contains("Broadband for every village");
        assertThat(extracted.flags()).extracting(ExtractionFlag::kind).containsExactly(ExtractionFlag.Kind.OCR);
        assertThat(extracted.warnings()).singleElement().asString().contains("OCR", "page 1", "%");
    }

    private static byte[] picture(String words) throws IOException {
        BufferedImage image = new BufferedImage(1240, 400, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 32));
        pen.drawString(words, 120, 200);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Test
    void names_the_files_of_an_archive_that_it_does_not_read() throws IOException {
        byte[] archive = zip("a.txt", "We agree.", "b.exe", "MZ\0\1", "c.pdf", "%PDF-1.7\nnothing else");

        Extracted extracted = (Extracted) extract(archive, "answers.zip");

        assertThat(extracted.unread())
                .containsExactly(
                        new UnreadFile(2, "b.exe", QuarantineReason.UNSUPPORTED_FORMAT),
                        new UnreadFile(3, "c.pdf", QuarantineReason.CORRUPTED));
    }

    @Test
    void refuses_what_it_does_not_read() throws IOException {
        assertThat(refusal(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0}, "a.bin"))
                .isEqualTo(QuarantineReason.UNSUPPORTED_FORMAT);
    }

    private NormalisedText read(byte[] content, String name) throws IOException {
        Extraction extraction = extract(content, name);
        assertThat(extraction).isInstanceOf(Extracted.class);
        return ((Extracted) extraction).text();
    }

    private QuarantineReason refusal(byte[] content, String name) throws IOException {
        Extraction extraction = extract(content, name);
        assertThat(extraction).isInstanceOf(Unreadable.class);
        return ((Unreadable) extraction).reason();
    }

    private Extraction extract(byte[] content, String name) throws IOException {
        return POOL.extract(Files.write(folder.resolve("öffentlich"), content), name, "application/octet-stream");
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }

    /** One page; the cross-reference table is left for the reader to rebuild. */
    private static byte[] pdf(String content) {
        return """
            %%PDF-1.4
            1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
            2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
            3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R
            /Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>> endobj
            4 0 obj <</Length %d>> stream
            %s
            endstream endobj
            trailer <</Root 1 0 R>>
            %%%%EOF
            """.formatted(content.length(), content).getBytes(UTF_8);
    }
}
