package org.rostrum.processing.domain.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.domain.text.BlockKind;
import org.rostrum.processing.domain.text.NormalisedText;
import org.rostrum.processing.domain.text.Passage;
import org.rostrum.processing.domain.text.RawBlock;
import org.rostrum.processing.domain.text.Splitting;

/** Tables in which questions and answers stand beside, below or above each other; a stroke parts cells. */
class QuestionTablesTest {
    private static final String FIRST =
            "How could multilateral processes such as the summits address Internet development?";
    private static final String THIRD = "How can we promote cooperation among stakeholders on public policy issues?";

    private final Filer filer = new Filer(Instruments.network());

    private static RawBlock row(String cells) {
        return new RawBlock(BlockKind.TABLE_ROW, 0, cells.replace(" | ", "\t").replace("|", "\t"), 0);
    }

    private static List<RawBlock> table(String... rows) {
        return Arrays.stream(rows).map(QuestionTablesTest::row).toList();
    }

    private static String words(String about) {
        return about + ", and we say so in words enough that this stands as a passage of its own in any document.";
    }

    /** Each passage behind the item that its author names, or a question mark. */
    private List<String> filed(List<RawBlock> blocks) {
        List<Passage> passages = Splitting.document(NormalisedText.ofBlocks(blocks), filer.outline());
        var headed = filer.headed(passages);
        return IntStream.range(0, passages.size())
                .mapToObj(i -> headed.itemOf(i).map(ItemNumber::value).orElse("?") + ": "
                        + passages.get(i).text())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Question 1",
                "Q1",
                "1. How could multilateral processes address Internet development?",
                FIRST,
                "السؤال ١",
                "问题1",
            })
    void files_an_answer_under_the_question_to_its_left(String question) {
        assertThat(filed(table(question + " | By meeting in public.", "Question 3 | " + words("By talking"))))
                .containsExactly("1: By meeting in public.", "3: " + words("By talking"));
    }

    @Test
    void takes_number_and_text_for_one_question_whose_words_are_no_passage() {
        assertThat(filed(table("1. | " + FIRST + " | Yes.", "3. | " + THIRD + " | No.")))
                .containsExactly("1: Yes.", "3: No.");
        assertThat(filed(table("Question 1 | " + FIRST + " | Yes. | With remarks", "2.e | No.")))
                .containsExactly("1: Yes.\tWith remarks", "2.e: No.");
    }

    @Test
    void reads_bare_numbers_in_a_column_of_questions_only() {
        assertThat(filed(table("Question no. | Answer", "1 | Yes.", "2.e | No.", "3 | Perhaps.")))
                .containsExactly("1: Yes.", "2.e: No.", "3: Perhaps.");
        assertThat(filed(table("Frage Nr. | Antwort", "3 | Ja."))).containsExactly("3: Ja.");
        assertThat(filed(table("Country | Share", "1 | " + words("Kenya"), "3 | " + words("Peru"))))
                .allMatch(passage -> passage.startsWith("?: "));
    }

    @Test
    void reads_an_answer_below_its_question() {
        assertThat(filed(table(
                        "Question | " + THIRD,
                        "Answer | " + words("We agree"),
                        "Question | " + FIRST,
                        "Answer | " + words("We do not"))))
                .containsExactly("3: Answer\t" + words("We agree"), "1: Answer\t" + words("We do not"));
        assertThat(filed(table("Question 3", words("We agree"), "Question 1", words("We do not"))))
                .containsExactly("3: " + words("We agree"), "1: " + words("We do not"));
    }

    @Test
    void reads_what_goes_on_in_the_rows_below_a_question() {
        assertThat(filed(table(
                        "Question 3 | " + words("First we agree"),
                        " | " + words("Then we add to it"),
                        "Conclusion | " + words("Nobody asked for this"))))
                .containsExactly(
                        "3: " + words("First we agree"),
                        "3: " + words("Then we add to it"),
                        "?: Conclusion\t" + words("Nobody asked for this"));
    }

    @Test
    void reads_a_sheet_with_a_question_in_each_column() {
        assertThat(filed(table(
                        "Name | Country | " + FIRST + " | 2.e The deployment of IPv6 | Q3 | Remarks",
                        "Amina | KE | By meeting. | Measure it. | Talk. | None",
                        "Bo | SE | | Deploy it. | | Thanks",
                        "|| In public.")))
                .containsExactly(
                        "?: Name\tCountry",
                        "?: Remarks",
                        "?: Amina\tKE",
                        "1: By meeting.",
                        "2.e: Measure it.",
                        "3: Talk.",
                        "?: None",
                        "?: Bo\tSE",
                        "2.e: Deploy it.",
                        "?: Thanks",
                        "1: In public.");
    }

    @Test
    void an_answer_that_speaks_of_another_question_is_an_answer() {
        assertThat(filed(table("Question 1 | see Q3", "Question 3 | see question 1 above")))
                .containsExactly("1: see Q3", "3: see question 1 above");
    }

    @Test
    void a_heading_above_a_table_holds_for_what_the_table_leaves_open_and_for_what_follows() {
        var blocks = new ArrayList<RawBlock>();
        blocks.add(RawBlock.heading(1, "2.f Using satellites to reach remote areas"));
        blocks.addAll(table(
                "Satellite | " + words("Low orbit"),
                "Question 1 | " + words("By meeting"),
                "Fibre | " + words("Too far away")));
        blocks.add(RawBlock.paragraph(words("So much about orbits")));

        assertThat(filed(blocks))
                .containsExactly(
                        "2.f: Satellite\t" + words("Low orbit"),
                        "1: " + words("By meeting"),
                        "2.f: Fibre\t" + words("Too far away"),
                        "2.f: " + words("So much about orbits"));
    }

    @Test
    void does_not_take_the_numbers_of_a_table_for_the_organisers() {
        var blocks = new ArrayList<RawBlock>();
        blocks.add(RawBlock.heading(1, "Question 3"));
        blocks.addAll(table("No. | Measure | Cost", "1 | Build a canal | 5 M", "2 | Close the mine | 7 M"));

        assertThat(filed(blocks))
                .containsExactly("3: No.\tMeasure\tCost\n\n1\tBuild a canal\t5 M\n\n2\tClose the mine\t7 M");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No | It harms the river./Yes | It feeds us.",
                "Section | We oppose it all/More | of that",
                "80 % | Question 1/20 % | Question 3",
                "We oppose | Question 1 | Question 3/Only | a | b",
                "Question | Answer/Kenya | five/Peru | six",
                "Noise | See question 3/Dust | too much of it",
                "5 M | Question 1 | yes/ | | and no",
            })
    void loses_no_word_of_rows_that_only_look_like_questions(String rows) {
        var filed = String.join(" ", filed(table(rows.split("/"))));

        assertThat(rows.replaceAll("Question [13]|Question \\| Answer/|[|/]", " ")
                        .strip()
                        .split("\\s+"))
                .allSatisfy(word -> assertThat(filed).contains(word));
    }

    @Test
    void a_question_in_a_frame_governs_what_follows_the_table() {
        var blocks = new ArrayList<>(table("2.e | The deployment of IPv6"));
        blocks.add(RawBlock.paragraph(words("We measure it")));

        assertThat(filed(blocks)).containsExactly("2.e: " + words("We measure it"));
    }

    @Test
    void reads_a_grid_in_which_questions_and_answers_take_turns() {
        assertThat(filed(table("Question 1 | Question 3", "a | b", "2.a | 2.e", "c | d")))
                .containsExactly("1: a", "3: b", "2.a: c", "2.e: d");
    }

    @Test
    void does_not_guess_columns_where_rows_are_wider_than_their_questions() {
        assertThat(filed(table("Question 1 | Question 3", "Yes | because | No")))
                .noneMatch(passage -> passage.startsWith("3: because") || passage.startsWith("3: No"));
    }

    @Test
    void files_what_answers_only_the_first_question_of_a_sheet() {
        assertThat(filed(table("Question 1 | Question 3", "Only this", "| and that")))
                .containsExactly("1: Only this", "3: and that");
    }

    @Test
    void a_footnote_in_a_cell_does_not_end_the_table() {
        var blocks = new ArrayList<RawBlock>();
        blocks.addAll(table("Question 1 | Question 3", "a | b"));
        blocks.add(new RawBlock(BlockKind.FOOTNOTE, 0, "On a, see the annex.", 0));
        blocks.addAll(table("c | d"));

        assertThat(filed(blocks))
                .contains("1: a", "3: b", "1: c", "3: d")
                .anyMatch(passage -> passage.contains("see the annex"));
    }

    @Test
    void loses_no_word_but_those_of_questions_and_labels() {
        var said = Stream.of("alpha", "beta", "gamma", "delta", "epsilon", "zeta");
        var passages = String.join(
                " ", filed(table("alpha | Question 1 | beta", "gamma | delta", "Question 3 | epsilon", "zeta")));

        assertThat(said).allSatisfy(word -> assertThat(passages).contains(word));
    }

    @Test
    void hostile_56_reads_monstrous_tables_in_time() {
        var wide = IntStream.range(0, 200_000).mapToObj(i -> "q" + i % 9).collect(Collectors.joining("\t"));
        var high = IntStream.range(0, 60_000).mapToObj(i -> row("a | " + i)).toList();

        var answered = IntStream.range(0, 100_000).mapToObj(i -> row("q1 | a")).toList();
        var columns = Stream.concat(
                        Stream.of(row("Q1 | Q3")), IntStream.range(0, 100_000).mapToObj(i -> row("a | b")))
                .toList();

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertThat(filed(List.of(row(wide), row(wide)))).isNotEmpty();
            assertThat(filed(high)).isNotEmpty();
            assertThat(filed(answered)).hasSizeLessThan(20_000);
            assertThat(filed(columns)).hasSizeLessThan(20_000);
        });
    }
}
