package org.rostrum.processing.adapter.extraction;

import static java.nio.charset.StandardCharsets.UTF_16LE;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rostrum.processing.domain.text.Extraction.Extracted;
import org.rostrum.processing.domain.text.NormalisedText;
import org.rostrum.processing.domain.text.Outline;
import org.rostrum.processing.domain.text.Passage;
import org.rostrum.processing.domain.text.Place;
import org.rostrum.processing.domain.text.Splitting;

/** From every passage a way leads back to its place in the file that was sent: looked up there by other means. */
@Timeout(120)
class ProvenanceTest {

    private static final Path DIST = Path.of("..", "extraction-worker", "target", "dist");
    private static final WorkerPool POOL = new WorkerPool(
            WorkerSettings.usual(DIST.toAbsolutePath().normalize() + "/*").withWorkers(1));
    /** What no library here can write. */
    private static final Path MADE_BEFORE = Path.of("..", "extraction-worker", "src", "test", "resources");

    private static final int WIDTH = 1700;
    private static final int HEIGHT = 400;

    private static final String FIRST =
            "Our first answer is long enough to be a passage of its own, whatever stands beside it.";
    private static final String SECOND =
            "Our second answer is about prices, and it is as long as the first one, or even longer.";
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String ODF = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
            + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"";

    @TempDir
    Path folder;

    /** What stands in the original at a place of the part of this name. */
    interface Original {
        String at(String part, Place place) throws IOException;
    }

    /** A file, and how to look something up in it without reading it as the product does. */
    @SuppressWarnings("ArrayRecordComponent") // handed from one method of this class to the next, never compared
    record Sample(String name, byte[] content, Original original) {

        static Sample ofLines(String name, String content) {
            return new Sample(name, content.getBytes(UTF_8), (_, place) -> line(content, place.number()));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void needs_a_built_worker() {
        assumeThat(DIST).as("build the module extraction-worker first").isDirectory();
    }

    @AfterAll
    static void ends_the_workers() {
        POOL.close();
    }

    static List<Sample> each_format() throws IOException {
        return List.of(
                Sample.ofLines("a.txt", "\n" + FIRST + "\n\n\n" + SECOND + "\n"),
                Sample.ofLines("a.md", "# Prices\n\n" + FIRST + "\n\n## More\n\n" + SECOND + "\n"),
                Sample.ofLines(
                        "a.html",
                        "<html><body>\n<h1>Prices</h1>\n<p>" + FIRST + "</p>\n<div>\n" + SECOND
                                + "</div></body></html>"),
                Sample.ofLines("a.csv", "Question,Answer\n1,\"" + FIRST + "\"\n2,\"" + SECOND + "\"\n"),
                mail(),
                mailWithAttachment(),
                outlook(),
                rtf(),
                doc(),
                docx(),
                odt(),
                xlsx(),
                ods(),
                pdf());
    }

    @ParameterizedTest
    @MethodSource("each_format")
    void a_passage_leads_back_to_its_place_in(Sample file) throws IOException {
        leadsBack(file);
    }

    @Test
    void a_passage_leads_back_to_its_file_in_an_archive_of_all_formats() throws IOException {
        List<Sample> all = each_format();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Sample each : all) {
                put(zip, "answers/" + each.name(), each.content());
            }
        }

        Set<String> seen = new HashSet<>();
        leadsBack(new Sample("all.zip", out.toByteArray(), (part, place) -> {
            String[] path = part.split(" / ", 2);
            Sample file = all.stream()
                    .filter(each -> path[0].equals("answers/" + each.name()))
                    .findFirst()
                    .orElseThrow();
            seen.add(file.name());
            return file.original().at(path.length > 1 ? path[1] : "", place);
        }));

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(Sample::name).toList());
    }

    @Test
    void a_passage_leads_back_to_its_page_in_a_scanned_pdf() throws IOException {
        needsTesseract();
        String[] pages = {FIRST, SECOND};

        leadsBack(new Sample("scan.pdf", scannedPdf(pages), (_, place) -> {
            assertThat(place.number()).isEqualTo(1);
            return pages[place.page() - 1];
        }));
    }

    @Test
    void a_passage_leads_back_to_its_line_in_a_picture() throws IOException {
        needsTesseract();
        String[] lines = {FIRST, SECOND};

        leadsBack(new Sample("scan.png", picture("png", lines), (_, place) -> {
            assertThat(place.page()).isEqualTo(1);
            return lines[place.number() - 1];
        }));
    }

    private static void needsTesseract() {
        assumeThat(Path.of("/usr/bin/tesseract")).as("install tesseract-ocr").isExecutable();
    }

    private static Sample mail() {
        String head = "From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/plain\n\n";
        String body = FIRST + "\n\n" + SECOND + "\n";
        return new Sample(
                "a.eml", (head + body).replace("\n", "\r\n").getBytes(UTF_8), (_, place) -> line(body, place.number()));
    }

    private static Sample mailWithAttachment() {
        String annex = "\n" + SECOND;
        String mail = """
                From: a@example.org
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="m"

                --m
                Content-Type: text/plain

                %s
                --m
                Content-Type: text/plain
                Content-Disposition: attachment; filename="annex.txt"

                %s
                --m--
                """.formatted(FIRST, annex);
        return new Sample(
                "b.eml",
                mail.replace("\n", "\r\n").getBytes(UTF_8),
                (part, place) -> line(part.endsWith("annex.txt") ? annex : FIRST, place.number()));
    }

    /** Made by {@code FilesInFilesTest} of the worker, which has the library for it. */
    private static Sample outlook() throws IOException {
        byte[] content = Files.readAllBytes(MADE_BEFORE.resolve("answer.msg"));
        String body = utf16From(content, "Dear all,").split("\0", 2)[0];
        return new Sample("a.msg", content, (_, place) -> line(body.replace("\r\n", "\n"), place.number()));
    }

    private static Sample rtf() {
        String[] paragraphs = {"Prices", FIRST, SECOND};
        return new Sample(
                "a.rtf",
                ("{\\rtf1\\ansi " + String.join("\\par ", paragraphs) + "\\par}").getBytes(UTF_8),
                (_, place) -> paragraphs[place.number() - 1]);
    }

    /** Saved by an office program, see {@code OldWordTest} of the worker. The mark of a row's end ends no paragraph. */
    private static Sample doc() throws IOException {
        byte[] content = Files.readAllBytes(MADE_BEFORE.resolve("answer.doc"));
        String[] paragraphs = utf16From(content, "Question 1: prices")
                .replace("\u0007\u0007", "\u0007")
                .split("[\r\u0007]", -1);
        return new Sample("a.doc", content, (_, place) -> paragraphs[place.number() - 1]);
    }

    /** The file's bytes as letters, from the first that are these. */
    private static String utf16From(byte[] content, String beginning) {
        String all = new String(content, UTF_16LE);
        int start = all.indexOf(beginning);
        assertThat(start).as(beginning).isNotNegative();
        return all.substring(start);
    }

    private static Sample docx() throws IOException {
        String document = "<w:document " + W + "><w:body>" + wordParagraph("") + wordParagraph(FIRST)
                + "<w:tbl><w:tr><w:tc>" + wordParagraph("Prices") + "</w:tc><w:tc>" + wordParagraph(SECOND)
                + "</w:tc></w:tr></w:tbl></w:body></w:document>";
        byte[] file = zip("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/word/document.xml" ContentType=\
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""", "_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1" Target="word/document.xml" Type=\
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>""", "word/document.xml", document);
        // A row begins with its first paragraph; the answer is in the one behind it.
        return new Sample(
                "a.docx",
                file,
                (_, place) -> nth("<w:p>.*?</w:p>", document, place.number())
                        + nth("<w:p>.*?</w:p>", document, Math.min(4, place.number() + 1)));
    }

    private static String wordParagraph(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static Sample odt() throws IOException {
        String content =
                "<office:document-content " + ODF + "><office:body><office:text><text:h text:outline-level=\"1\">Prices"
                        + "</text:h><text:p>" + FIRST + "</text:p><text:p></text:p><text:p>" + SECOND
                        + "</text:p></office:text></office:body></office:document-content>";
        return new Sample(
                "a.odt",
                zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", content),
                (_, place) -> nth("<text:[ph][ >].*?</text:[ph]>", content, place.number()));
    }

    private static Sample ods() throws IOException {
        String content = "<office:document-content " + ODF + "><office:body><office:spreadsheet>"
                + "<table:table table:name=\"Sheet of answers\">" + row("1", FIRST) + row("", "") + row("2", SECOND)
                + "</table:table></office:spreadsheet></office:body></office:document-content>";
        return new Sample(
                "a.ods",
                zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", content),
                (part, place) -> {
                    assertThat(part).isEqualTo("Sheet of answers");
                    return nth("<table:table-row>.*?</table:table-row>", content, place.number());
                });
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("<table:table-row>");
        for (String cell : cells) {
            row.append("<table:table-cell><text:p>").append(cell).append("</text:p></table:table-cell>");
        }
        return row + "</table:table-row>";
    }

    private static Sample xlsx() throws IOException {
        String sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>" + FIRST + "</t></is></c></row>"
                + "<row r=\"7\"><c r=\"B7\" t=\"inlineStr\"><is><t>" + SECOND
                + "</t></is></c></row></sheetData></worksheet>";
        byte[] file = zip(
                "[Content_Types].xml",
                """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/xl/workbook.xml" ContentType=\
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""",
                "_rels/.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1" Target="xl/workbook.xml" Type=\
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>""",
                "xl/workbook.xml",
                """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r=\
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
                <sheet name="Answers" sheetId="1" r:id="r1"/></sheets></workbook>""",
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1" Target="worksheets/sheet1.xml" Type=\
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>""",
                "xl/worksheets/sheet1.xml",
                sheet);
        return new Sample("a.xlsx", file, (part, place) -> {
            assertThat(part).isEqualTo("Answers");
            return nth("<row r=\"" + place.number() + "\">.*?</row>", sheet, 1);
        });
    }

    private static Sample pdf() {
        String[] pages = {
            "BT /F1 8 Tf 40 700 Td (" + FIRST + ") Tj ET",
            "BT /F1 8 Tf 40 700 Td (Page two.) Tj 0 -60 Td (" + SECOND + ") Tj ET"
        };
        return new Sample("a.pdf", pdf(pages), (_, place) -> {
            assertThat(place.number()).isEqualTo(place.page());
            return pages[place.page() - 1];
        });
    }

    private static byte[] pdf(String... pages) {
        StringBuilder pdf = new StringBuilder("""
                %PDF-1.4
                1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
                2 0 obj <</Type/Pages/Kids[3 0 R 5 0 R]/Count 2>> endobj
                """);
        for (int i = 0; i < pages.length; i++) {
            int object = 3 + 2 * i;
            pdf.append(object)
                    .append(" 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents ")
                    .append(object + 1)
                    .append(" 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>> endobj\n")
                    .append(object + 1)
                    .append(" 0 obj <</Length ")
                    .append(pages[i].length())
                    .append(">> stream\n")
                    .append(pages[i])
                    .append("\nendstream endobj\n");
        }
        return pdf.append("trailer <</Root 1 0 R>>\n%%EOF\n").toString().getBytes(UTF_8);
    }

    /** Pages that are pictures, as scanners write them. */
    private static byte[] scannedPdf(String... pages) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.write("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n".getBytes(UTF_8));
        pdf.write("2 0 obj <</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>> endobj\n".getBytes(UTF_8));
        for (int i = 0; i < pages.length; i++) {
            int object = 3 + 3 * i;
            String paint = "q 816 0 0 192 0 0 cm /I Do Q";
            byte[] picture = picture("jpg", pages[i]);
            pdf.write("""
                    %d 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 816 192]/Contents %d 0 R
                    /Resources<</XObject<</I %d 0 R>>>>>> endobj
                    %d 0 obj <</Length %d>> stream
                    %s
                    endstream endobj
                    %d 0 obj <</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8
                    /Filter/DCTDecode/Length %d>> stream
                    """.formatted(
                            object,
                            object + 1,
                            object + 2,
                            object + 1,
                            paint.length(),
                            paint,
                            object + 2,
                            WIDTH,
                            HEIGHT,
                            picture.length)
                    .getBytes(UTF_8));
            pdf.write(picture);
            pdf.write("\nendstream endobj\n".getBytes(UTF_8));
        }
        pdf.write("trailer <</Root 1 0 R>>\n%%EOF\n".getBytes(UTF_8));
        return pdf.toByteArray();
    }

    private static byte[] picture(String format, String... lines) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 32));
        for (int i = 0; i < lines.length; i++) {
            pen.drawString(lines[i], 100, 100 + 150 * i);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private void leadsBack(Sample sample) throws IOException {
        Path file = Files.write(folder.resolve(sample.name()), sample.content());
        Extracted extracted = (Extracted) POOL.extract(file, sample.name(), "application/octet-stream");
        NormalisedText text = extracted.text();
        List<Passage> passages = Splitting.document(text, Outline.MARKED_ONLY);

        assertThat(passages)
                .extracting(Passage::text)
                .anyMatch(each -> each.contains(FIRST))
                .anyMatch(each -> each.contains(SECOND));
        for (Passage passage : passages) {
            assertThat(text.text(passage.span())).isEqualTo(passage.text());
            for (String answer : List.of(FIRST, SECOND)) {
                if (passage.text().contains(answer)) {
                    Place place =
                            text.placeAt(passage.span().start() + passage.text().indexOf(answer));
                    assertThat(place.page() == 0 || place.page() == passage.page())
                            .isTrue();
                    assertThat(sample.original()
                                    .at(extracted.parts().get(place.part()).name(), place))
                            .contains(answer);
                }
            }
        }
    }

    private static String line(String content, int number) {
        return content.split("\n", -1)[number - 1];
    }

    private static String nth(String pattern, String content, int number) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(content)
                .results()
                .skip(number - 1)
                .findFirst()
                .orElseThrow()
                .group();
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                put(zip, namesAndContents[i], namesAndContents[i + 1].getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }

    /** The first entry of an OpenDocument file is not packed (ODF 1.3 part 2, 3.3). */
    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        if (name.equals("mimetype")) {
            var crc = new java.util.zip.CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
