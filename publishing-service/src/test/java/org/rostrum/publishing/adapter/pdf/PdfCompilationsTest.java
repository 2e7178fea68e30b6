package org.rostrum.publishing.adapter.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.publishing.domain.compilation.Block;
import org.rostrum.publishing.domain.compilation.Compilation;
import org.rostrum.publishing.domain.compilation.Direction;
import org.rostrum.publishing.domain.compilation.Formats;
import org.rostrum.publishing.domain.compilation.ItemSection;
import org.rostrum.publishing.domain.compilation.PrintedDocument;
import org.rostrum.publishing.domain.compilation.QuotedPassage;
import org.rostrum.publishing.domain.compilation.SampleRound;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class PdfCompilationsTest {
    private static final Typefaces TYPEFACES = Typefaces.installed();

    private final PdfCompilations renderer = new PdfCompilations(TYPEFACES);
    private final Compilation compilation = SampleRound.compilation();

    @Test
    void contains_every_word_of_every_passage() throws IOException {
        var alphabet = TYPEFACES.covering(PrintedDocument.of(compilation).characters());
        var text = comparable(text(renderer.render(compilation)));

        assertThat(passages())
                .allSatisfy(passage -> passage.paragraphs()
                        .forEach(paragraph -> assertThat(text).contains(expected(alphabet.printable(paragraph)))));
    }

    @Test
    void bookmarks_every_heading_at_its_level() throws IOException {
        try (var document = Loader.loadPDF(renderer.render(compilation))) {
            var titles = new ArrayList<String>();
            collect(document.getDocumentCatalog().getDocumentOutline(), 1, titles);

            assertThat(titles)
                    .containsExactlyElementsOf(PrintedDocument.of(compilation).headings().stream()
                            .map(heading -> heading.level() + " " + heading.text())
                            .toList());
        }
    }

    @Test
    void says_nothing_about_itself_but_title_organiser_and_the_date_of_the_newest_event() throws IOException {
        try (var document = Loader.loadPDF(renderer.render(compilation))) {
            var information = document.getDocumentInformation();

            assertThat(information.getTitle()).isEqualTo(compilation.title().documentTitle());
            assertThat(information.getAuthor()).isNull();
            assertThat(information.getCreator()).isNull();
            assertThat(information.getProducer()).isEqualTo("Rostrum");
            assertThat(information.getCreationDate().toInstant()).isEqualTo(SampleRound.AS_OF.minusMillis(250));
            assertThat(xmp(document))
                    .contains("<xmp:CreateDate>2024-10-07T09:30:15Z</xmp:CreateDate>")
                    .doesNotContain("Diallo");
        }
    }

    @Test
    void tells_what_each_link_leads_to() throws IOException {
        try (var document = Loader.loadPDF(renderer.render(compilation))) {
            var described = new ArrayList<String>();
            for (var page : document.getPages()) {
                page.getAnnotations().forEach(annotation -> described.add(annotation.getContents()));
            }

            assertThat(described.stream().distinct())
                    .containsExactlyElementsOf(PrintedDocument.of(compilation).headings().stream()
                            .map(Block.Heading::text)
                            .toList());
        }
    }

    @Test
    void conforms_to_the_accessibility_standard() throws IOException, VeraPDFException {
        assertThat(violations(PDFAFlavour.PDFUA_1, renderer.render(compilation)))
                .isEmpty();
    }

    @Test
    void conforms_to_the_archive_standard() throws IOException, VeraPDFException {
        assertThat(violations(PDFAFlavour.PDFA_3_U, renderer.render(compilation)))
                .isEmpty();
        assertThat(violations(PDFAFlavour.PDFA_3_U, renderer.render(SampleRound.emptyCompilation())))
                .isEmpty();
    }

    @Test
    void is_found_out_by_the_conformance_check_when_it_lacks_its_metadata() throws IOException, VeraPDFException {
        var bare = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(renderer.render(compilation))) {
            document.getDocumentCatalog().setMetadata(null);
            document.save(bare);
        }

        assertThat(violations(PDFAFlavour.PDFA_3_U, bare.toByteArray())).isNotEmpty();
    }

    @Test
    void is_the_same_to_the_byte_whatever_the_locale_and_the_zone() {
        Formats.assertSameBytesEverywhere(renderer);
    }

    @Test
    void holds_no_trace_of_the_machine_that_made_it() {
        Formats.assertNoTraceOfTheMachine(renderer.render(compilation));
    }

    @Test
    void holds_no_script_no_file_and_no_address() throws IOException {
        try (var document = Loader.loadPDF(renderer.render(compilation))) {
            var catalogue = document.getDocumentCatalog();

            assertThat(catalogue.getOpenAction()).isNull();
            assertThat(catalogue.getNames() == null
                            || (catalogue.getNames().getJavaScript() == null
                                    && catalogue.getNames().getEmbeddedFiles() == null))
                    .isTrue();
            assertThat(document.getDocument().getTrailer().toString()).doesNotContain("/URI");
        }
    }

    @Test
    void falls_back_on_a_machine_without_fonts(@TempDir Path empty) throws IOException {
        var text = text(new PdfCompilations(Typefaces.in(List.of(empty))).render(compilation));

        assertThat(text)
                .contains("Необходимо развивать")
                .contains("L’accès abordable")
                .contains("??");
    }

    @Test
    void skips_files_that_only_look_like_fonts(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("NotoSans-Regular.ttf"), "not a font");

        var alphabet = Typefaces.in(List.of(folder)).covering("Привет".codePoints());

        assertThat(alphabet.unprintable()).isEmpty();
        new PdfCompilations(Typefaces.in(List.of(folder))).render(SampleRound.emptyCompilation());
    }

    @Test
    void says_that_a_round_is_empty() throws IOException {
        var empty = SampleRound.emptyCompilation();

        assertThat(comparable(text(renderer.render(empty)))).contains(expected(String.valueOf(empty.notice())));
    }

    /** For information; no limit is asserted, for machines differ. */
    @Test
    void typesets_a_thousand_passages() throws IOException {
        var large = SampleRound.large(500);
        var start = System.nanoTime();

        var file = renderer.render(large);

        var milliseconds = (System.nanoTime() - start) / 1_000_000;
        try (var document = Loader.loadPDF(file)) {
            System.out.printf("1,000 passages: %d pages in %d ms%n", document.getNumberOfPages(), milliseconds);
            assertThat(document.getNumberOfPages()).isGreaterThan(100);
        }
    }

    private Stream<QuotedPassage> passages() {
        return Stream.concat(
                compilation.items().stream().map(ItemSection::passages).flatMap(List::stream),
                compilation.answersNoQuestion().stream());
    }

    private static String text(byte[] file) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** A PDF holds Arabic as presentation forms, and white space as positions. */
    private static String comparable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    /** What can be compared with text that was read back: of a right-to-left paragraph with numbers, each word. */
    private static String[] expected(String paragraph) {
        return switch (Direction.of(paragraph)) {
            case LEFT_TO_RIGHT -> new String[] {comparable(paragraph)};
            case RIGHT_TO_LEFT ->
                Stream.of(paragraph.split("[\\s\\p{P}]+"))
                        .map(PdfCompilationsTest::comparable)
                        .filter(word -> !word.isEmpty())
                        .toArray(String[]::new);
        };
    }

    private static void collect(PDOutlineNode parent, int level, List<String> titles) {
        for (PDOutlineItem item : parent.children()) {
            titles.add(level + " " + item.getTitle());
            collect(item, level + 1, titles);
        }
    }

    private static String xmp(PDDocument document) throws IOException {
        return new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
    }

    private static List<String> violations(PDFAFlavour standard, byte[] file) throws IOException, VeraPDFException {
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(file), standard);
                var validator = Foundries.defaultInstance().createValidator(standard, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
