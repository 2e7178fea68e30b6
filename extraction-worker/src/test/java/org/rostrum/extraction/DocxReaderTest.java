package org.rostrum.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.rostrum.extraction.Office.docx;
import static org.rostrum.extraction.Office.p;
import static org.rostrum.extraction.Office.r;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.rostrum.extraction.Response.FlagKind;

class DocxReaderTest {

    /** The comment that every one of these documents has. */
    private static final int ONE = 1;

    @Test
    void reads_headings_by_style_and_by_what_a_style_is_based_on() throws IOException {
        Reading reading = read(p("<w:pStyle w:val='H1'/>", r("Part one"))
                + p("<w:pStyle w:val='Own'/>", r("Question 2"))
                + p("<w:outlineLvl w:val='2'/>", r("Deeper"))
                + p("Text."));

        assertThat(reading.lines())
                .containsExactly("heading1 Part one", "heading1 Question 2", "heading3 Deeper", "paragraph Text.");
    }

    @Test
    void counts_numbered_paragraphs_as_they_are_printed() throws IOException {
        String level0 = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>";
        String level1 = "<w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr>";
        String bullet = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='2'/></w:numPr>";

        Reading reading = read(p("<w:pStyle w:val='H1'/>" + level0, r("Access"))
                + p(level1, r("first"))
                + p(level1, r("second"))
                + p(level0, r("Cost"))
                + p(level1, r("anew"))
                + p(bullet, r("point")));

        assertThat(reading.lines())
                .containsExactly(
                        "heading1 2. Access",
                        "list-item 2.a first",
                        "list-item 2.b second",
                        "list-item 3. Cost",
                        "list-item 3.a anew",
                        "list-item point");
    }

    @Test
    void hostile_30_leaves_out_deletions_moves_comments_and_hidden_text_and_says_so() throws IOException {
        Reading reading = read(
                "<w:p>" + r("We agree") + "<w:del w:id='1'><w:r><w:delText>, secretly not</w:delText></w:r></w:del>"
                        + "<w:ins w:id='2'>" + r(" fully") + "</w:ins>"
                        + "<w:moveFrom w:id='3'>" + r(" moved away") + "</w:moveFrom>"
                        + r("<w:vanish/>", " vanished") + r("<w:rStyle w:val='Secret'/>", " styled away")
                        + r("<w:color w:val='FFFFFF'/>", " white") + r("<w:sz w:val='1'/>", " tiny") + r(".")
                        + "<w:r><w:commentReference w:id='1'/></w:r></w:p>");

        assertThat(reading.lines()).containsExactly("paragraph We agree fully.");
        assertThat(reading.flags())
                .containsOnly(
                        entry(FlagKind.TRACKED_DELETION, 1),
                        entry(FlagKind.TRACKED_INSERTION, 1),
                        entry(FlagKind.TRACKED_MOVE, 1),
                        entry(FlagKind.HIDDEN_TEXT, 1),
                        entry(FlagKind.COMMENT, ONE));
        assertThat(reading.furniture()).containsExactly("Confidential draft");
    }

    @Test
    void keeps_white_letters_on_a_coloured_ground() throws IOException {
        Reading reading = read("<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill='003366'/></w:tcPr><w:p>"
                + r("<w:color w:val='FFFFFF'/>", "Question") + "</w:p></w:tc><w:tc>" + p("Answer")
                + "</w:tc></w:tr></w:tbl>"
                + p("", r("<w:color w:val='FFFFFF'/><w:shd w:fill='000000'/>", "Inverted")));

        assertThat(reading.lines()).containsExactly("table-row Question\tAnswer", "paragraph Inverted");
    }

    @Test
    void joins_paragraphs_whose_mark_was_deleted() throws IOException {
        Reading reading = read(p("<w:rPr><w:del w:id='1'/></w:rPr>", r("One sentence ")) + p("in two."));

        assertThat(reading.lines()).containsExactly("paragraph One sentence in two.");
    }

    @Test
    void keeps_question_and_answer_columns_apart_and_leaves_out_deleted_and_hidden_rows() throws IOException {
        Reading reading = read("<w:tbl>" + row("", "Question", "Answer") + row("", "1. Why?", "")
                + row("<w:del w:id='1'/>", "gone", "gone") + row("<w:hidden/>", "unseen", "unseen")
                + "<w:tr><w:tc>" + p("2. How?") + "</w:tc><w:tc>" + p("Slowly.") + p("And well.")
                + "</w:tc></w:tr></w:tbl>");

        assertThat(reading.lines())
                .containsExactly(
                        "table-row Question\tAnswer", "table-row 1. Why?", "table-row 2. How?\tSlowly.\nAnd well.");
        assertThat(reading.flags()).containsEntry(FlagKind.TRACKED_DELETION, 1).containsEntry(FlagKind.HIDDEN_ROW, 1);
    }

    @Test
    void reads_what_is_framed_by_a_single_cell_as_text() throws IOException {
        Reading reading = read("<w:tbl><w:tr><w:tc>" + p("<w:pStyle w:val='H1'/>", r("Framed")) + p("Text.")
                + "</w:tc></w:tr></w:tbl>");

        assertThat(reading.lines()).containsExactly("heading1 Framed", "paragraph Text.");
    }

    @Test
    void puts_a_footnote_behind_its_paragraph() throws IOException {
        Reading reading = read("<w:p>" + r("Prices fell") + "<w:r><w:footnoteReference w:id='1'/></w:r>" + r(" again.")
                + "</w:p>" + p("Next."));

        assertThat(reading.lines())
                .containsExactly("paragraph Prices fell again.", "footnote See the annual report.", "paragraph Next.");
    }

    @Test
    void leaves_out_the_notes_and_boxes_of_hidden_text() throws IOException {
        String note = "<w:footnoteReference w:id='1'/>";
        String box = "<w:pict><w:txbxContent>" + p("In the box.") + "</w:txbxContent></w:pict>";

        Reading reading = read("<w:p>" + r("Seen.") + "<w:r><w:rPr><w:vanish/></w:rPr>" + note + "</w:r>"
                + "<w:r><w:rPr><w:rStyle w:val='Secret'/></w:rPr>" + box + "</w:r></w:p>"
                + "<w:p><w:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr>" + note + "</w:r>" + r("Read.") + "</w:p>");

        assertThat(reading.lines())
                .containsExactly("paragraph Seen.", "paragraph Read.", "footnote See the annual report.");
        assertThat(reading.flags()).containsEntry(FlagKind.HIDDEN_TEXT, 2);
    }

    @Test
    void keeps_the_notes_of_a_paragraph_whose_mark_was_deleted() throws IOException {
        Reading reading = read(
                p("<w:rPr><w:del w:id='1'/></w:rPr>", r("One sentence ") + "<w:r><w:footnoteReference w:id='1'/></w:r>")
                        + p("in two."));

        assertThat(reading.lines())
                .containsExactly("paragraph One sentence in two.", "footnote See the annual report.");
    }

    @Test
    void keeps_text_whose_mark_was_deleted_where_no_paragraph_follows() throws IOException {
        String struck = "<w:rPr><w:del w:id='1'/></w:rPr>";

        Reading reading = read("<w:tbl><w:tr><w:tc>" + p(struck, r("Left")) + "</w:tc><w:tc>" + p("Right")
                + "</w:tc></w:tr></w:tbl>" + p(struck, r("The end")));

        assertThat(reading.lines()).containsExactly("table-row Left\tRight", "paragraph The end");
    }

    @Test
    void leaves_out_the_table_of_contents() throws IOException {
        Reading reading = read(p("<w:pStyle w:val='T1'/>", r("Access ... 3")) + p("Text."));

        assertThat(reading.lines()).containsExactly("paragraph Text.");
        assertThat(reading.flags()).containsEntry(FlagKind.TABLE_OF_CONTENTS, 1);
    }

    @Test
    void reads_a_text_box_once() throws IOException {
        String box = "<w:txbxContent>" + p("In the box.") + "</w:txbxContent>";

        Reading reading = read("<w:p>" + r("Around.") + "<w:r><AlternateContent><Choice><w:drawing>" + box
                + "</w:drawing></Choice><Fallback><w:pict>" + box
                + "</w:pict></Fallback></AlternateContent></w:r></w:p>");

        assertThat(reading.lines()).containsExactly("paragraph Around.", "paragraph In the box.");
    }

    @Test
    void tells_which_paragraph_a_block_is() throws IOException {
        Reading reading = read(p("One.") + p("") + p("Three."));

        assertThat(reading.placeOf("Three.")).isEqualTo(" 0 3");
    }

    private static String row(String properties, String... cells) {
        StringBuilder row = new StringBuilder("<w:tr><w:trPr>" + properties + "</w:trPr>");
        for (String cell : cells) {
            row.append("<w:tc>").append(p(cell)).append("</w:tc>");
        }
        return row + "</w:tr>";
    }

    private static Reading read(String body) throws IOException {
        return Reading.of(docx(body), "answer.docx");
    }
}
