package org.rostrum.processing.adapter.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.content.Origin;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.domain.filing.Filing;
import org.rostrum.processing.domain.text.Layout;
import org.rostrum.processing.domain.text.Part;
import org.rostrum.processing.domain.text.Place;
import org.rostrum.processing.domain.text.Span;

class PlaceWordsTest {
    private static final String SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Test
    void says_page_row_sheet_and_the_file_in_a_file() {
        assertThat(words(new Part("", "application/pdf", Part.Unit.LINES), new Place(0, 3, 12)))
                .isEqualTo("Attachment 1, page 3");
        assertThat(words(new Part("Answers", SHEETS, Part.Unit.ROWS), new Place(1, 0, 14)))
                .isEqualTo("Attachment 1, sheet “Answers”, row 14");
        assertThat(words(new Part("x.docx", "application/msword", Part.Unit.PARAGRAPHS), new Place(1, 0, 2)))
                .isEqualTo("Attachment 1, in it “x.docx”, paragraph 2");
        assertThat(words(new Part("x.pdf", "application/pdf", Part.Unit.LINES), new Place(1, 3, 1)))
                .isEqualTo("Attachment 1, in it “x.pdf”, page 3");
        assertThat(words(new Part("", "text/csv", Part.Unit.ROWS), new Place(0, 0, 7)))
                .isEqualTo("Attachment 1, row 7");
    }

    @Test
    void says_the_page_alone_where_an_earlier_version_kept_nothing_else() {
        var source = new Source(1, new Origin.File(1), "Words", null);

        assertThat(PlaceWords.of(source, passage(4))).isEqualTo("Attachment 1, page 4");
        assertThat(PlaceWords.of(source, passage(0))).isEqualTo("Attachment 1");
    }

    @Test
    void a_strangers_name_is_short_and_turns_nothing_around() {
        assertThat(words(new Part("a\u202Etxt.exe", "text/plain", Part.Unit.LINES), new Place(1, 0, 1)))
                .isEqualTo("Attachment 1, in it “atxt.exe”, line 1");
        assertThat(words(new Part("n".repeat(60_000), "text/plain", Part.Unit.LINES), new Place(1, 0, 1)))
                .hasSizeLessThan(200);
    }

    @Test
    void says_in_which_box_it_was_typed() {
        var source = new Source(1, new Origin.Box(new ItemNumber("2.e")), "Words", null);

        assertThat(PlaceWords.of(source, passage(0))).isEqualTo("Typed under 2.e");
    }

    /** Of a passage that begins there, behind another part. */
    private static String words(Part part, Place place) {
        var whole = new Part("", "application/zip", Part.Unit.LINES);
        var parts = place.part() == 0 ? List.of(part) : List.of(whole, part);
        var layout = new Layout(parts, List.of(new Layout.Mark(0, place)));
        return PlaceWords.of(new Source(1, new Origin.File(1), "Words", null, layout), passage(9));
    }

    private static FiledPassage passage(int page) {
        return new FiledPassage(1, 1, new Span(2, 5), page, null, Filing.inBox(new ItemNumber("1")), false);
    }
}
