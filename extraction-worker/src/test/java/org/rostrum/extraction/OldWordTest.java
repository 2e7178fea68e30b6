package org.rostrum.extraction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Range;
import org.junit.jupiter.api.Test;
import org.rostrum.extraction.Response.FlagKind;
import org.rostrum.extraction.Response.Found;

/**
 * DOC, as Word wrote it until 2003. {@code answer.doc} is {@code answer.fodt} as LibreOffice 7.4 saves it,
 * and so are {@code notes.doc} and {@code groups.doc}: {@code soffice --headless --convert-to doc:"MS Word 97" answer.fodt}.
 */
class OldWordTest {

    private static final String[] ANSWER = {
        "heading1 Question 1: prices",
        "paragraph Our first answer is long enough to be a passage of its own, whatever stands beside it.",
        "paragraph We want prices and more in every village, cafés too.",
        "footnote See the annual report.",
        "list-item 1. First measure",
        "list-item 2. Second measure",
        "table-row Left cell\tRight cell",
        "paragraph Our second answer is about prices, and it is as long as the first one, or even longer."
    };

    @Test
    void hostile_30_reads_a_doc_without_what_was_struck_out_hidden_or_commented_and_says_so() throws IOException {
        Reading reading = Reading.of(resource("answer.doc"), "answer.doc");

        assertThat(reading.lines()).containsExactly(ANSWER);
        assertThat(reading.furniture()).containsExactly("Running head");
        assertThat(reading.flags())
                .containsOnly(
                        entry(FlagKind.TRACKED_DELETION, 1),
                        entry(FlagKind.TRACKED_INSERTION, 1),
                        entry(FlagKind.HIDDEN_TEXT, 1),
                        entry(FlagKind.COMMENT, 1));
        assertThat(reading.placeOf("second answer")).isEqualTo(" 0 9");
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream content = OldWordTest.class.getResourceAsStream("/" + name)) {
            return content.readAllBytes();
        }
    }

    @Test
    void reads_notes_and_fields_of_a_doc_whose_paragraphs_were_struck_out_and_parted() throws IOException {
        Reading reading = Reading.of(notes(), "notes.doc");

        assertThat(reading.lines())
                .containsExactly(
                        "paragraph Marked by hand* here.",
                        "footnote *By a star.",
                        "paragraph Seen and read.",
                        "footnote Of the beginning.",
                        "paragraph Field",
                        "paragraph here.",
                        "paragraph Secret box",
                        "paragraph Open box");
        assertThat(reading.flags()).containsOnly(entry(FlagKind.TRACKED_DELETION, 2), entry(FlagKind.HIDDEN_TEXT, 2));
    }

    @Test
    void hostile_30_leaves_out_the_boxes_of_a_doc_that_stand_in_hidden_text() throws IOException {
        try (HWPFDocument document = new HWPFDocument(new ByteArrayInputStream(notes()))) {
            run(document, "\u0008shown").setVanished(true);
            Blocks blocks = new Blocks(1_000);
            DocBody text = new DocBody(document, blocks);

            text.read(document.getRange());
            text.boxes().read(blocks);

            assertThat(blocks.found())
                    .extracting(Found::text)
                    .contains("Open box")
                    .doesNotContain("Secret box");
        }
    }

    @Test
    void reads_boxes_of_a_doc_that_are_grouped() throws IOException {
        assertThat(Reading.of(resource("groups.doc"), "groups.doc").texts())
                .containsExactly(
                        "Before the group. After it.", "Another paragraph.", "Left box", "Right box", "Lone box");
    }

    @Test
    void hostile_30_leaves_out_grouped_boxes_of_a_doc_that_stand_in_hidden_text() throws IOException {
        try (HWPFDocument document = new HWPFDocument(new ByteArrayInputStream(resource("groups.doc")))) {
            run(document, "\u0008 After").setVanished(true);
            Blocks blocks = new Blocks(1_000);
            DocBody text = new DocBody(document, blocks);

            text.read(document.getRange());
            text.boxes().read(blocks);

            assertThat(blocks.found())
                    .extracting(Found::text)
                    .containsExactly("Before the group. After it.", "Another paragraph.", "Lone box");
        }
    }

    @Test
    void keeps_what_stands_before_an_end_that_was_struck_out_and_behind_which_nothing_comes() throws IOException {
        try (HWPFDocument document = new HWPFDocument(new ByteArrayInputStream(notes()))) {
            int start = document.getRange().text().indexOf("Seen");
            int end = document.getRange().text().indexOf('\r', start) + 1;
            Blocks blocks = new Blocks(1_000);

            new DocBody(document, blocks).read(new Range(start, end, document));

            assertThat(blocks.found()).extracting(Found::text).containsExactly("Seen", "Of the beginning.");
        }
    }

    @Test
    void says_so_when_a_field_of_a_doc_without_end_takes_the_rest_with_it() throws IOException {
        String file = new String(resource("notes.doc"), ISO_8859_1).replace(wide("Acode"), wide("\u0013code"));

        Reading reading = Reading.of(file.getBytes(ISO_8859_1), "notes.doc");

        assertThat(reading.lines()).contains("paragraph Field").doesNotContain("paragraph more BC here.");
        assertThat(reading.flags()).containsEntry(FlagKind.HIDDEN_TEXT, 3);
    }

    /** That begins where this text does. */
    private static CharacterRun run(HWPFDocument document, String text) {
        int start = document.getRange().text().indexOf(text);
        return new Range(start, start + 1, document).getCharacterRun(0);
    }

    /** With the end of a paragraph in what is struck out, and a field's code over two: LibreOffice writes neither. */
    private static byte[] notes() throws IOException {
        String file = new String(resource("notes.doc"), ISO_8859_1);
        return file.replace(wide("gone"), wide("gon\r"))
                .replace(wide("Acode"), wide("\u0013code"))
                .replace(wide("more BC"), wide("more \u0014\u0015"))
                .getBytes(ISO_8859_1);
    }

    private static String wide(String text) {
        return new String(text.getBytes(UTF_16LE), ISO_8859_1);
    }

    @Test
    void keeps_what_stands_in_a_cell_that_has_no_end() throws IOException {
        try (HWPFDocument document = new HWPFDocument(new ByteArrayInputStream(resource("answer.doc")))) {
            int start = document.getRange().text().indexOf("Left cell");
            Blocks blocks = new Blocks(1_000);

            new DocBody(document, blocks).read(new Range(start, start + 4, document));

            assertThat(blocks.found()).extracting(Found::text).containsExactly("Left");
        }
    }
}
