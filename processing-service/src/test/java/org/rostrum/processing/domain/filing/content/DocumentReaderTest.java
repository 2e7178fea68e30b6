package org.rostrum.processing.domain.filing.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {
    private static final int QUESTIONS = 12;
    private static final int DOCUMENTS = 300;
    /** How far the right question stands out, in standard deviations of what the others get by chance. */
    private static final double SIGNAL = 1.5;

    private final Random chance = new Random(11);

    /** A document whose passages answer these questions, and what content says of each: right four times in ten. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Written(List<Integer> truth, double[][] shares) {}

    private List<Written> documents(int count, Supplier<List<Integer>> truth) {
        return IntStream.range(0, count)
                .mapToObj(_ -> truth.get())
                .map(questions -> new Written(
                        questions, questions.stream().map(this::doubtful).toArray(double[][]::new)))
                .toList();
    }

    private double[] doubtful(int question) {
        double[] scores = new double[QUESTIONS];
        for (int j = 0; j < QUESTIONS; j++) {
            scores[j] = chance.nextGaussian() + (j == question ? SIGNAL : 0);
        }
        return Numbers.softmax(scores, 1 / SIGNAL);
    }

    private List<Integer> eachOnceInNoOrder() {
        var questions = new ArrayList<>(IntStream.range(0, QUESTIONS)
                .filter(_ -> chance.nextDouble() < 0.8)
                .boxed()
                .toList());
        Collections.shuffle(questions, chance);
        return questions;
    }

    private List<Integer> anything() {
        return chance.ints(9, 0, QUESTIONS).boxed().toList();
    }

    /** Two favourites, to which the author comes back again and again. */
    private List<Integer> fewTopics() {
        int[] favourites = chance.ints(2, 0, QUESTIONS).toArray();
        return chance.ints(9, 0, 2).mapToObj(which -> favourites[which]).toList();
    }

    /** In the questions' order, two or three paragraphs each. */
    private List<Integer> paragraphs() {
        return IntStream.range(0, QUESTIONS)
                .filter(_ -> chance.nextDouble() < 0.6)
                .boxed()
                .flatMap(question -> Collections.nCopies(2 + chance.nextInt(2), question).stream())
                .toList();
    }

    private static double accuracy(List<Written> documents, DocumentReader reader) {
        int right = 0;
        int all = 0;
        for (Written document : documents) {
            double[][] read = reader.read(document.shares());
            for (int i = 0; i < read.length; i++) {
                right += Numbers.highest(read[i]) == document.truth().get(i) ? 1 : 0;
                all++;
            }
        }
        return (double) right / all;
    }

    private static double alone(List<Written> documents) {
        return accuracy(documents, learned(List.of()));
    }

    private static DocumentReader learned(List<Written> documents) {
        return DocumentReader.learned(
                QUESTIONS, documents.stream().map(Written::shares).toList());
    }

    @Test
    void who_has_answered_a_question_does_not_answer_it_again_where_authors_write_so() {
        List<Written> documents = documents(DOCUMENTS, this::eachOnceInNoOrder);

        assertThat(accuracy(documents, learned(documents))).isGreaterThan(alone(documents) + 0.02);
    }

    @Test
    void what_an_author_comes_back_to_is_likelier_where_authors_write_so() {
        List<Written> documents = documents(DOCUMENTS, this::fewTopics);

        assertThat(accuracy(documents, learned(documents))).isGreaterThan(alone(documents) + 0.05);
    }

    @Test
    void several_paragraphs_on_each_question_in_order_help_each_other() {
        List<Written> documents = documents(DOCUMENTS, this::paragraphs);

        assertThat(accuracy(documents, learned(documents))).isGreaterThan(alone(documents) + 0.12);
    }

    @Test
    void costs_nothing_where_passages_say_nothing_of_each_other() {
        List<Written> documents = documents(DOCUMENTS, this::anything);

        assertThat(accuracy(documents, learned(documents))).isGreaterThanOrEqualTo(alone(documents) - 0.01);
    }

    @Test
    void shares_still_sum_to_one() {
        List<Written> documents = documents(DOCUMENTS, this::fewTopics);
        DocumentReader reader = learned(documents);

        for (Written document : documents) {
            for (double[] shares : reader.read(document.shares())) {
                assertThat(Arrays.stream(shares).sum()).isCloseTo(1, offset(1e-9));
            }
        }
    }

    @Test
    void leaves_a_single_passage_and_a_single_question_as_they_are() {
        double[][] single = {doubtful(3)};
        double[][] nothingToChoose = {{1}, {1}};

        assertThat(learned(documents(DOCUMENTS, this::eachOnceInNoOrder)).read(single))
                .isSameAs(single);
        assertThat(DocumentReader.learned(1, List.of()).read(nothingToChoose)).isSameAs(nothingToChoose);
    }

    @Test
    void a_long_document_that_dwells_on_few_questions_is_not_scattered_over_the_others() {
        DocumentReader reader = learned(documents(DOCUMENTS, this::eachOnceInNoOrder));
        List<Written> dwelling = documents(
                20,
                () -> chance.ints(3, 0, QUESTIONS)
                        .boxed()
                        .flatMap(question -> Collections.nCopies(20, question).stream())
                        .toList());

        assertThat(accuracy(dwelling, reader)).isGreaterThan(alone(dwelling) - 0.05);
    }

    /** Comparing each passage with each would take minutes, and hold up everybody else's submissions. */
    @Test
    void reads_a_document_of_thirty_thousand_passages() {
        DocumentReader reader = learned(documents(DOCUMENTS, this::paragraphs));
        double[][] endless =
                chance.ints(30_000, 0, QUESTIONS).mapToObj(this::doubtful).toArray(double[][]::new);

        assertThat(reader.read(endless).length).isEqualTo(endless.length);
        assertThat(DocumentReader.learned(QUESTIONS, List.of(endless, endless, endless, endless, endless))
                        .read(endless)
                        .length)
                .isEqualTo(endless.length);
    }

    @Test
    void learns_the_same_from_the_same() {
        List<Written> documents = documents(DOCUMENTS, this::paragraphs);
        double[][] shares = documents.getFirst().shares();

        assertThat(learned(documents).read(shares))
                .isDeepEqualTo(learned(documents).read(shares));
    }
}
