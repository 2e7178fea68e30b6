package org.rostrum.processing.domain.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.domain.text.NormalisedText;
import org.rostrum.processing.domain.text.Passage;
import org.rostrum.processing.domain.text.RawBlock;
import org.rostrum.processing.domain.text.Splitting;
import org.rostrum.processing.usecase.DescribeTexts;
import org.rostrum.processing.usecase.TestFeatures;

class FilerTest {

    private static final String NEUTRAL =
            "We have worked on this for many years and will gladly tell more about it in person.";

    private final Filer filer = new Filer(Instruments.network());
    private final RoundModel model = RoundModel.of(
            Instruments.network().places(), TestFeatures.DESCRIBE.questions(Instruments.network()), List.of());

    @Test
    void files_an_answer_under_the_item_of_its_box_with_certainty() {
        List<Passage> passages = Splitting.box(NormalisedText.ofTyped("Satellites!"));

        assertThat(filer.fileBox(new ItemNumber("1"), passages)).containsExactly(Filing.inBox(new ItemNumber("1")));
    }

    @Test
    void refuses_a_box_of_an_item_that_is_not_in_the_round() {
        assertThatThrownBy(() -> filer.fileBox(new ItemNumber("9"), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.e | 2.e",
                "2.e The deployment of IPv6 | 2.e",
                "2 (e) Our experience | 2.e",
                "2E. Our experience | 2.e",
                "Question 2 | 2",
                "QUESTION 2: challenges | 2",
                "Q2 | 2",
                "2) | 2",
                "Response to question 2 | 2",
                "Réponse à la question 2 | 2",
                "Respuesta a la pregunta 3 | 3",
                "Ответ на вопрос 2 | 2",
                "الإجابة على السؤال ٢ | 2",
                "السؤال ٢ | 2",
                "对问题2的答复 | 2",
                "问题 ２：挑战 | 2",
                "第2题 | 2",
                "２．ｅ | 2.e",
                "Question 2.e – IPv6 | 2.e",
                "Deployment of IPv6 | 2.e",
                "(f) Satellites to reach remote areas | 2.f",
                "Le déploiement d'IPv6 | 2.e",
                "3. Cooperation among stakeholders on public policy | 3",
            })
    void reads_the_item_from_a_heading(String heading, String item) {
        Filing filing = fileUnder(heading);

        assertThat(filing.basis()).isEqualTo(FilingBasis.HEADING);
        assertThat(filing.items()).containsExactly(new ItemNumber(item));
        assertThat(filing.confidence()).isGreaterThan(0.7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Introduction", "About us", "Question 7", "12", "2 billion people", "IV. Conclusion"})
    void reads_no_item_from_a_heading_that_names_none(String heading) {
        assertThat(fileUnder(heading).basis()).isEqualTo(FilingBasis.CONTENT);
    }

    @Test
    void does_not_take_an_authors_own_chapter_numbers_for_the_organisers() {
        assertThat(file(
                        RawBlock.heading(1, "1. Who we are"),
                        RawBlock.paragraph(NEUTRAL),
                        RawBlock.heading(1, "2. Our members"),
                        RawBlock.paragraph(NEUTRAL)))
                .extracting(Filing::basis)
                .containsOnly(FilingBasis.CONTENT);
    }

    @Test
    void believes_bare_numbers_once_the_author_used_the_organisers_numbering() {
        assertThat(file(
                        RawBlock.heading(1, "2. Challenges and good practices to strengthen the network"),
                        RawBlock.paragraph(NEUTRAL),
                        RawBlock.heading(1, "3. Our view"),
                        RawBlock.paragraph(NEUTRAL)))
                .extracting(Filing::items)
                .containsExactly(List.of(new ItemNumber("2")), List.of(new ItemNumber("3")));
    }

    @Test
    void a_heading_governs_until_the_next_of_its_level_and_through_unknown_ones_below() {
        List<Filing> filings = file(
                RawBlock.heading(1, "Question 3"),
                RawBlock.heading(2, "Background"),
                RawBlock.paragraph(NEUTRAL),
                RawBlock.heading(1, "Closing words"),
                RawBlock.paragraph(NEUTRAL));

        assertThat(filings.getFirst().items()).containsExactly(new ItemNumber("3"));
        assertThat(filings.getLast().basis()).isEqualTo(FilingBasis.CONTENT);
    }

    @Test
    void reads_headings_that_the_format_does_not_mark() {
        List<Filing> filings =
                fileTyped("Question 2\n\n" + NEUTRAL + "\n\n2.e IPv6\n\n" + NEUTRAL + "\n\nQuestion 3\n" + NEUTRAL);

        assertThat(filings)
                .extracting(Filing::items)
                .containsExactly(
                        List.of(new ItemNumber("2")), List.of(new ItemNumber("2.e")), List.of(new ItemNumber("3")));
    }

    @Test
    void reads_the_number_that_opens_a_paragraph_and_keeps_it_for_those_that_follow() {
        List<Filing> filings = fileTyped("Q2: " + NEUTRAL + "\n\n" + NEUTRAL + "\n\n2.e - " + NEUTRAL);

        assertThat(filings)
                .extracting(Filing::items)
                .containsExactly(
                        List.of(new ItemNumber("2")), List.of(new ItemNumber("2")), List.of(new ItemNumber("2.e")));
    }

    @Test
    void does_not_swallow_a_numbered_point_as_a_heading() {
        List<Passage> passages = Splitting.document(
                NormalisedText.ofTyped("We ask for:\n1. more money\n2. more time\n3. more people"), filer.outline());

        assertThat(passages)
                .extracting(Passage::text)
                .containsExactly("We ask for:\n\n1. more money\n\n2. more time\n\n3. more people");
    }

    @Test
    void files_by_words_where_nothing_else_tells_and_names_the_runners_up() {
        Filing filing = fileTyped(
                        "Low orbit satellites reach remote islands where no cable will ever be laid by anyone.")
                .getFirst();

        assertThat(filing.basis()).isEqualTo(FilingBasis.CONTENT);
        assertThat(filing.items()).containsExactly(new ItemNumber("2.f"));
        assertThat(filing.confidence()).isBetween(0.2, 1.0);
        assertThat(filing.runnersUp()).hasSize(4).extracting(Candidate::item).doesNotContain(new ItemNumber("2.f"));
    }

    @Test
    void files_by_the_words_of_any_language_of_the_organiser() {
        assertThat(fileTyped("Les satellites peuvent atteindre les zones reculées où aucun câble ne sera jamais posé.")
                        .getFirst()
                        .items())
                .containsExactly(new ItemNumber("2.f"));
    }

    @Test
    void files_under_the_whole_question_when_no_area_is_clearly_meant() {
        assertThat(fileTyped(
                                "The challenges to strengthen the network are many, and good practices are few and far between.")
                        .getFirst()
                        .items())
                .containsExactly(new ItemNumber("2"));
    }

    @Test
    void says_that_foreign_text_answers_no_question() {
        Filing filing = fileTyped(
                        "Зимой в лесу тихо и бело, только дятел стучит где-то высоко над головой у самой опушки.")
                .getFirst();

        assertThat(filing.answersNoQuestion()).isTrue();
        assertThat(filing.basis()).isEqualTo(FilingBasis.CONTENT);
    }

    @Test
    void gives_the_same_filings_every_time() {
        String text = NEUTRAL + "\n\nSatellites help in remote areas, and so does cooperation among all stakeholders.";

        assertThat(fileTyped(text)).isEqualTo(new FilerTest().fileTyped(text));
    }

    @Test
    void stays_quick_on_monstrous_text() {
        String word = "x".repeat(1_000_000);
        String lines = "line of text\n\n".repeat(200_000);
        String openings = "((((1.a.a.a.a.a.a.a.a".repeat(5_000);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(fileTyped(word)).hasSize(1);
            assertThat(fileTyped(lines)).isNotEmpty();
            assertThat(fileTyped(openings)).hasSize(1);
            assertThat(file(RawBlock.heading(1, openings), RawBlock.paragraph(word)))
                    .hasSize(1);
        });
    }

    private Filing fileUnder(String heading) {
        return file(RawBlock.heading(1, heading), RawBlock.paragraph(NEUTRAL)).getFirst();
    }

    private List<Filing> file(RawBlock... blocks) {
        return file(NormalisedText.ofBlocks(List.of(blocks)));
    }

    private List<Filing> fileTyped(String text) {
        return file(NormalisedText.ofTyped(text));
    }

    private List<Filing> file(NormalisedText text) {
        List<Passage> passages = Splitting.document(text, filer.outline());
        return filer.fileDocument(
                passages,
                TestFeatures.DESCRIBE.passages(passages.stream()
                        .map(passage -> new DescribeTexts.Text(passage.text(), null))
                        .toList()),
                model);
    }
}
