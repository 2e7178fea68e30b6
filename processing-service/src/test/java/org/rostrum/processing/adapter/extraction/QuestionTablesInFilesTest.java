package org.rostrum.processing.adapter.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.ItemKind;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.contracts.SubmissionKind;
import org.rostrum.processing.domain.filing.Filer;
import org.rostrum.processing.domain.filing.Instrument;
import org.rostrum.processing.domain.text.Extraction.Extracted;
import org.rostrum.processing.domain.text.Splitting;

/** A table of questions and answers in files of each format that has tables, read by the shipped worker. */
@Timeout(120)
class QuestionTablesInFilesTest {
    private static final Path DIST = Path.of("..", "extraction-worker", "target", "dist");
    private static final WorkerPool POOL =
            new WorkerPool(WorkerSettings.usual(DIST.toAbsolutePath().normalize() + "/*")
                    .withWorkers(1)
                    .withJail(OS.LINUX.isCurrentOs() ? JailPolicy.REQUIRED : JailPolicy.PREFERRED));
    private static final String LONG =
            "Shared towers, power that lasts through the rainy season, and prices that a farmer can pay.";
    /** The third row goes on with the second; the fourth answers in a word. */
    private static final List<List<String>> ROWS = List.of(
            List.of("Question", "Answer"),
            List.of("2", "First: " + LONG),
            List.of("", "Then: " + LONG),
            List.of("1", "No"));

    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

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

    static Stream<Arguments> samples() throws IOException {
        return Stream.of(
                sample("a.csv", written("", row -> String.join(";", row) + "\n", "")),
                sample(
                        "a.md",
                        written("", row -> "| " + String.join(" | ", row) + " |\n", "")
                                .replaceFirst("\n", "\n|---|---|\n")),
                sample("a.html", written("<table>", row -> "<tr>" + cells(row, "<td>", "</td>") + "</tr>", "</table>")),
                sample(
                        "a.rtf",
                        written(
                                "{\\rtf1\\ansi ",
                                row -> "\\trowd\\cellx1000\\cellx9000 " + cells(row, "\\intbl ", "\\cell ") + "\\row ",
                                "\\pard After.\\par}")),
                Arguments.of("a.docx", docx()));
    }

    private static Arguments sample(String name, String content) {
        return Arguments.of(name, content.getBytes(UTF_8));
    }

    private static String written(String before, Function<List<String>, String> row, String after) {
        return ROWS.stream().map(row).collect(Collectors.joining("", before, after));
    }

    private static String cells(List<String> row, String before, String after) {
        return row.stream().map(cell -> before + cell + after).collect(Collectors.joining());
    }

    private static byte[] docx() throws IOException {
        var parts = List.of(
                "[Content_Types].xml",
                """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/word/document.xml" ContentType=\
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""",
                "_rels/.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1" Target="word/document.xml" Type=\
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>""",
                "word/document.xml",
                written(
                        "<w:document " + W + "><w:body><w:tbl>",
                        row -> "<w:tr>" + cells(row, "<w:tc><w:p><w:r><w:t>", "</w:t></w:r></w:p></w:tc>") + "</w:tr>",
                        "</w:tbl></w:body></w:document>"));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < parts.size(); i += 2) {
                zip.putNextEntry(new ZipEntry(parts.get(i)));
                zip.write(parts.get(i + 1).getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void files_each_answer_under_the_question_of_its_row(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        var extracted = (Extracted) POOL.extract(file, name, "", List.of("en"));
        var filer = new Filer(Instrument.of(List.of(question("1"), question("2")), List.of(SubmissionKind.RESPONSE)));

        var passages = Splitting.document(extracted.text(), filer.outline());

        var headed = filer.headed(passages);
        assertThat(IntStream.range(0, passages.size())
                        .mapToObj(i -> headed.itemOf(i).map(ItemNumber::value).orElse("?") + " "
                                + passages.get(i).text())
                        .limit(3))
                .isEqualTo(Arrays.asList("2 First: " + LONG, "2 Then: " + LONG, "1 No"));
    }

    private static Item question(String number) {
        var text = LocalizedText.english("What should be done in matters of kind " + number + "?");
        return new Item(new ItemNumber(number), ItemKind.QUESTION, text, null, List.of(), List.of());
    }
}
