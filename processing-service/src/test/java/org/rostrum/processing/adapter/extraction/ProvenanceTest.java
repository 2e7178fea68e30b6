package org.rostrum.processing.adapter.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
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
    private interface Original {
        String at(String part, Place place) throws IOException;
    }

    @BeforeAll
    static void needs_a_built_worker() {
        assumeThat(DIST).as("build the module extraction-worker first").isDirectory();
    }

    @AfterAll
    static void ends_the_workers() {
        POOL.close();
    }

    @Test
    void plain_text() throws IOException {
        leadsBack("\n" + FIRST + "\n\n\n" + SECOND + "\n", "a.txt");
    }

    @Test
    void markdown() throws IOException {
        leadsBack("# Prices\n\n" + FIRST + "\n\n## More\n\n" + SECOND + "\n", "a.md");
    }

    @Test
    void html() throws IOException {
        leadsBack(
                "<html><body>\n<h1>Prices</h1>\n<p>" + FIRST + "</p>\n<div>\n" + SECOND + "</div></body></html>",
                "a.html");
    }

    @Test
    void csv() throws IOException {
        leadsBack("Question,Answer\n1,\"" + FIRST + "\"\n2,\"" + SECOND + "\"\n", "a.csv");
    }

    @Test
    void mail() throws IOException {
        String head = "From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/plain\n\n";
        String body = FIRST + "\n\n" + SECOND + "\n";
        leadsBack(
                (head + body).replace("\n", "\r\n").getBytes(UTF_8), "a.eml", (_, place) -> line(body, place.number()));
    }

    @Test
    void rtf() throws IOException {
        String[] paragraphs = {"Prices", FIRST, SECOND};
        leadsBack(
                ("{\\rtf1\\ansi " + String.join("\\par ", paragraphs) + "\\par}").getBytes(UTF_8),
                "a.rtf",
                (_, place) -> paragraphs[place.number() - 1]);
    }

    @Test
    void docx() throws IOException {
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
        leadsBack(
                file,
                "a.docx",
                (_, place) -> nth("<w:p>.*?</w:p>", document, place.number())
                        + nth("<w:p>.*?</w:p>", document, Math.min(4, place.number() + 1)));
    }

    private static String wordParagraph(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    @Test
    void odt() throws IOException {
        String content =
                "<office:document-content " + ODF + "><office:body><office:text><text:h text:outline-level=\"1\">Prices"
                        + "</text:h><text:p>" + FIRST + "</text:p><text:p></text:p><text:p>" + SECOND
                        + "</text:p></office:text></office:body></office:document-content>";
        leadsBack(
                zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", content),
                "a.odt",
                (_, place) -> nth("<text:[ph][ >].*?</text:[ph]>", content, place.number()));
    }

    @Test
    void ods_in_an_archive() throws IOException {
        byte[] sheet = zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", ods());
        leadsBack(zip("tables/answers.ods", sheet), "a.zip", (part, place) -> {
            assertThat(part).isEqualTo("tables/answers.ods / Sheet of answers");
            byte[] inner = entry(bytesOf("a.zip"), "tables/answers.ods");
            return nth(
                    "<table:table-row>.*?</table:table-row>",
                    new String(entry(inner, "content.xml"), UTF_8),
                    place.number());
        });
    }

    private static String ods() {
        return "<office:document-content " + ODF + "><office:body><office:spreadsheet>"
                + "<table:table table:name=\"Sheet of answers\">" + row("1", FIRST) + row("", "") + row("2", SECOND)
                + "</table:table></office:spreadsheet></office:body></office:document-content>";
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("<table:table-row>");
        for (String cell : cells) {
            row.append("<table:table-cell><text:p>").append(cell).append("</text:p></table:table-cell>");
        }
        return row + "</table:table-row>";
    }

    @Test
    void xlsx() throws IOException {
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
        leadsBack(file, "a.xlsx", (part, place) -> {
            assertThat(part).isEqualTo("Answers");
            return nth("<row r=\"" + place.number() + "\">.*?</row>", sheet, 1);
        });
    }

    @Test
    void pdf() throws IOException {
        String[] pages = {
            "BT /F1 8 Tf 40 700 Td (" + FIRST + ") Tj ET",
            "BT /F1 8 Tf 40 700 Td (Page two.) Tj 0 -60 Td (" + SECOND + ") Tj ET"
        };
        leadsBack(pdf(pages), "a.pdf", (_, place) -> {
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

    private void leadsBack(String content, String name) throws IOException {
        leadsBack(content.getBytes(UTF_8), name, (_, place) -> line(content, place.number()));
    }

    private void leadsBack(byte[] content, String name, Original original) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        Extracted extracted = (Extracted) POOL.extract(file, name, "application/octet-stream");
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
                    assertThat(original.at(extracted.parts().get(place.part()).name(), place))
                            .contains(answer);
                }
            }
        }
    }

    private byte[] bytesOf(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
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

    private static byte[] entry(byte[] archive, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return zip.readAllBytes();
                }
            }
        }
        throw new IOException("no entry " + name);
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

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, name, content);
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
