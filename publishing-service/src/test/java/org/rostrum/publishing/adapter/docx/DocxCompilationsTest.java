package org.rostrum.publishing.adapter.docx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.rostrum.publishing.domain.compilation.Compilation;
import org.rostrum.publishing.domain.compilation.Formats;
import org.rostrum.publishing.domain.compilation.ItemSection;
import org.rostrum.publishing.domain.compilation.PrintedDocument;
import org.rostrum.publishing.domain.compilation.QuotedPassage;
import org.rostrum.publishing.domain.compilation.SampleRound;

class DocxCompilationsTest {
    private final DocxCompilations renderer = new DocxCompilations();
    private final Compilation compilation = SampleRound.compilation();
    private final byte[] file = renderer.render(compilation);

    @Test
    void opens_with_every_heading_in_its_style_and_order() throws IOException {
        var expected = PrintedDocument.of(compilation).headings().stream()
                .map(heading -> "Heading" + heading.level() + " " + heading.text())
                .toList();

        assertThat(paragraphs()
                        .filter(paragraph -> style(paragraph).startsWith("Heading"))
                        .map(paragraph -> style(paragraph) + " " + paragraph.getText()))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void quotes_every_passage_whole_and_in_order() throws IOException {
        var expected = Stream.concat(
                        compilation.items().stream().map(ItemSection::passages),
                        Stream.of(compilation.answersNoQuestion()))
                .flatMap(List::stream)
                .map(QuotedPassage::paragraphs)
                .flatMap(List::stream)
                .toList();

        var quoted = paragraphs()
                .filter(paragraph -> style(paragraph).startsWith("Quote"))
                .map(XWPFParagraph::getText)
                .toList();
        var summaries = 2;

        assertThat(quoted.subList(summaries, quoted.size())).containsExactlyElementsOf(expected);
    }

    @Test
    void keeps_markup_formulas_and_field_codes_as_words() throws IOException {
        var words = String.join("\n", paragraphs().map(XWPFParagraph::getText).toList());

        assertThat(words)
                .contains(SampleRound.HOSTILE.subList(0, 3))
                .contains("bell and null and half \uFFFD are gone");
        assertThat(part("word/document.xml")).containsPattern("(&lt;|<!\\[CDATA\\[<)w:t>not a run");
    }

    @Test
    void has_no_field_but_its_contents_and_page_numbers() {
        assertThat(part("word/document.xml").split("<w:instrText", -1)).hasSize(2);
        assertThat(part("word/document.xml")).contains(" TOC \\o \"1-4\" \\h \\z \\u ");
        assertThat(part("word/footer2.xml")).contains(" PAGE ").contains(" NUMPAGES ");
    }

    @Test
    void refers_to_nothing_outside_itself() {
        parts().forEach((name, content) -> assertThat(content).as(name).doesNotContain("TargetMode=\"External\""));
    }

    @Test
    void bookmarks_every_heading_and_links_the_contents_to_it() throws IOException {
        try (var document = opened()) {
            var bookmarks = document.getParagraphs().stream()
                    .flatMap(paragraph -> paragraph.getCTP().getBookmarkStartList().stream())
                    .map(bookmark -> bookmark.getName())
                    .toList();
            var links = document.getParagraphs().stream()
                    .flatMap(paragraph -> paragraph.getCTP().getHyperlinkList().stream())
                    .map(link -> link.getAnchor())
                    .toList();

            assertThat(bookmarks).doesNotHaveDuplicates().contains("item_2_a", "no_question");
            assertThat(links).containsExactlyElementsOf(bookmarks);
        }
    }

    @Test
    void reads_arabic_from_the_right_and_names_languages() {
        var xml = part("word/document.xml");

        assertThat(xml).containsPattern("<w:pStyle w:val=\"QuoteRightToLeft\"/>(<w:keepNext w:val=\"on\"/>)?<w:bidi/>");
        assertThat(xml).contains("<w:rtl/><w:lang w:bidi=\"ar\"/>");
        assertThat(xml).contains("<w:lang w:eastAsia=\"zh\"/>");
        assertThat(part("word/styles.xml")).contains("w:val=\"en-GB\"");
    }

    @Test
    void runs_right_to_left_words_apart_from_the_latin_ones_between_them() {
        assertThat(Words.pieces("نقترح نشر IPv6 عام 2030."))
                .extracting(Words.Piece::rightToLeft)
                .containsExactly(true, false, true);
        assertThat(Words.pieces("plain")).hasSize(1);
        assertThat(Words.pieces(""))
                .allSatisfy(piece -> assertThat(piece.text()).isEmpty());
    }

    @Test
    void repeats_the_head_of_every_long_table() throws IOException {
        try (var document = opened()) {
            var tables = document.getTables().subList(1, document.getTables().size());

            assertThat(tables)
                    .hasSize(6)
                    .allSatisfy(table ->
                            assertThat(table.getRow(0).isRepeatHeader()).isTrue());
        }
    }

    @Test
    void names_the_organiser_and_no_person_in_its_properties() throws IOException {
        try (var document = opened()) {
            var core = document.getProperties().getCoreProperties();

            assertThat(core.getTitle()).startsWith("Consolidated document: The developmental aspects");
            assertThat(core.getCreator()).isEqualTo("Council Working Group on Internet-related Public Policy");
            assertThat(core.getLastModifiedByUser()).isNull();
            assertThat(core.getCreated()).isEqualTo(Date.from(SampleRound.AS_OF.minusMillis(250)));
            assertThat(core.getModified()).isEqualTo(core.getCreated());
        }
        assertThat(part("docProps/core.xml")).doesNotContain("Diallo").doesNotContain("POI");
    }

    @Test
    void is_the_same_to_the_byte_whatever_the_locale_and_the_zone() {
        Formats.assertSameBytesEverywhere(renderer);
    }

    @Test
    void has_fixed_times_and_order_in_its_archive() throws IOException {
        var entries = new ArrayList<ZipEntry>();
        try (var archive = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                entries.add(entry);
            }
        }

        assertThat(entries.getFirst().getName()).isEqualTo("[Content_Types].xml");
        assertThat(entries.stream().skip(1).map(ZipEntry::getName)).isSorted();
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.getTimeLocal().getYear()).isEqualTo(1980));
    }

    @Test
    void says_that_a_round_is_empty() throws IOException {
        var empty = renderer.render(SampleRound.emptyCompilation());

        try (var document = new XWPFDocument(new ByteArrayInputStream(empty))) {
            assertThat(document.getParagraphs().stream().map(XWPFParagraph::getText))
                    .contains(SampleRound.emptyCompilation().notice())
                    .contains("No passage is filed under this item.");
        }
    }

    @Test
    void shows_of_an_anonymous_contribution_the_group_and_nothing_else() throws IOException {
        assertThat(paragraphs()
                        .filter(paragraph -> style(paragraph).equals("PassageHead"))
                        .map(XWPFParagraph::getText)
                        .filter(text -> text.endsWith(SampleRound.reference(7).value())))
                .hasSize(2)
                .allMatch(text -> text.startsWith("9 May 2024 · Anonymous (Private sector) · "));
        parts().forEach((name, content) -> assertThat(content).as(name).doesNotContain("%032x".formatted(7)));
    }

    private static String style(XWPFParagraph paragraph) {
        return paragraph.getStyle() == null ? "" : paragraph.getStyle();
    }

    private Stream<XWPFParagraph> paragraphs() throws IOException {
        try (var document = opened()) {
            return document.getParagraphs().stream();
        }
    }

    private XWPFDocument opened() throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(file));
    }

    private String part(String name) {
        return parts().getOrDefault(name, "");
    }

    private Map<String, String> parts() {
        var parts = new HashMap<String, String>();
        try (var archive = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                var bytes = new ByteArrayOutputStream();
                archive.transferTo(bytes);
                parts.put(entry.getName(), bytes.toString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError("the document is not an archive", e);
        }
        return parts;
    }
}
