package org.rostrum.extraction;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.rostrum.extraction.Response.FlagKind;

class TablesTest {

    @Test
    void reads_the_sheets_of_an_xlsx_and_leaves_out_what_is_hidden() throws IOException {
        Reading reading = Reading.of(workbook(), "answers.xlsx");

        assertThat(reading.lines())
                .containsExactly(
                        "table-row Question\t\tAnswer",
                        "table-row 2.e\t\tWe do.\nSince 2020.",
                        "table-row 0.5\t\t2026-11-23");
        assertThat(reading.placeOf("We do.")).isEqualTo("Answers 0 4");
        assertThat(reading.flags())
                .containsOnly(
                        entry(FlagKind.HIDDEN_SHEET, 1),
                        entry(FlagKind.HIDDEN_ROW, 1),
                        entry(FlagKind.HIDDEN_COLUMN, 1));
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet("Answers");
            sheet.setColumnHidden(1, true);
            row(sheet, 0, "Question", "internal", "Answer");
            row(sheet, 3, "2.e", "secret", "We do.\nSince 2020.");
            row(sheet, 4, "hidden", "", "row");
            sheet.getRow(4).setZeroHeight(true);
            Row last = sheet.createRow(5);
            last.createCell(0).setCellValue(0.5);
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            last.createCell(2).setCellValue(java.time.LocalDate.of(2026, 11, 23));
            last.getCell(2).setCellStyle(date);
            row(workbook.createSheet("Internal"), 0, "never");
            workbook.setSheetHidden(1, true);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void row(XSSFSheet sheet, int index, String... cells) {
        Row row = sheet.createRow(index);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    @Test
    void reads_csv_whatever_parts_its_cells_and_however_it_is_encoded() throws IOException {
        String comma = "Question,Answer\n\"1, why?\",\"Because.\nOf \"\"this\"\".\"\n";
        String semicolon = "Frage;Antwort\n1;Müssen wir, ja\n";
        String tab = "Вопрос\tОтвет\n1\tДа\n";

        assertThat(csv(comma.getBytes(UTF_8)).lines())
                .containsExactly("table-row Question\tAnswer", "table-row 1, why?\tBecause.\nOf \"this\".");
        assertThat(csv(semicolon.getBytes(Charset.forName("windows-1252"))).lines())
                .containsExactly("table-row Frage\tAntwort", "table-row 1\tMüssen wir, ja");
        assertThat(csv(("\uFEFF" + tab).getBytes(UTF_16LE)).lines())
                .containsExactly("table-row Вопрос\tОтвет", "table-row 1\tДа");
        assertThat(csv(comma.getBytes(UTF_8)).placeOf("why")).isEqualTo(" 0 2");
    }

    private static Reading csv(byte[] content) throws IOException {
        return Reading.of(content, "answers.csv");
    }

    @Test
    void reads_markdown_without_its_signs() throws IOException {
        Reading reading = Reading.of("""
                # Question 2

                We **support** [this](https://example.org/x) in
                two lines.

                - one
                - two

                3. third

                | Question | Answer |
                |---|---|
                | Why? | Because. |

                <!-- not for the public -->
                """.getBytes(UTF_8), "answer.md");

        assertThat(reading.lines())
                .containsExactly(
                        "heading1 Question 2",
                        "paragraph We support this in two lines.",
                        "list-item one",
                        "list-item two",
                        "list-item 3. third",
                        "table-row Question\tAnswer",
                        "table-row Why?\tBecause.");
        assertThat(reading.placeOf("Why?")).isEqualTo(" 0 13");
        assertThat(reading.flags()).containsOnly(entry(FlagKind.COMMENT, 1));
    }

    @Test
    void hostile_30_leaves_out_what_html_hides() throws IOException {
        Reading reading = Reading.of("""
                <html><head><style>/* p { display: none } */ p.secret, #aside { color: red; display : none !important }
                @media print { p { display: none } } .menu:hover { display: none }</style></head>
                <body><p>Seen<span style="display: none"> not seen</span>.</p>
                <p hidden>not</p><div style="visibility:hidden">either</div>
                <p class="secret">nor this</p><div id="aside">nor that</div>
                <!-- What would the minister say? --><!--[if mso]><p>for a program</p><![endif]-->
                <table><tr><th>Question</th><th>Answer</th></tr><tr><td>Why?</td><td><p>Because.</p></td></tr></table>
                </body></html>""".getBytes(UTF_8), "answer.html");

        assertThat(reading.lines())
                .containsExactly("paragraph Seen.", "table-row Question\tAnswer", "table-row Why?\tBecause.");
        assertThat(reading.placeOf("Seen")).isEqualTo(" 0 3");
        assertThat(reading.flags()).containsOnly(entry(FlagKind.HIDDEN_TEXT, 5), entry(FlagKind.COMMENT, 1));
    }
}
