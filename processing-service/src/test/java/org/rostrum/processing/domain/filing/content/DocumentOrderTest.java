package org.rostrum.processing.domain.filing.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DocumentOrderTest {
    private static final int QUESTIONS = 12;

    private final Random chance = new Random(11);

    /** A document whose passages answer these questions, and what content says of each: right four times in ten. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Written(List<Integer> truth, double[][] shares) {}

    private Written written(boolean inOrder) {
        var truth = new ArrayList<Integer>();
        IntStream.range(0, QUESTIONS).filter(j -> chance.nextDouble() < 0.8).forEach(truth::add);
        if (!inOrder) {
            Collections.shuffle(truth, chance);
        }
        return new Written(truth, truth.stream().map(this::doubtful).toArray(double[][]::new));
    }

    private double[] doubtful(int question) {
        double[] scores = new double[QUESTIONS];
        for (int j = 0; j < QUESTIONS; j++) {
            scores[j] = chance.nextGaussian() + (j == question ? 1.5 : 0);
        }
        return Numbers.softmax(scores, 1);
    }

    private List<Written> documents(int count, boolean inOrder) {
        return IntStream.range(0, count).mapToObj(i -> written(inOrder)).toList();
    }

    private static double accuracy(List<Written> documents, DocumentOrder order) {
        int right = 0;
        int all = 0;
        for (Written document : documents) {
            double[][] read = order.read(document.shares());
            for (int i = 0; i < read.length; i++) {
                right += Numbers.highest(read[i]) == document.truth().get(i) ? 1 : 0;
                all++;
            }
        }
        return (double) right / all;
    }

    private static double withoutOrder(List<Written> documents) {
        return accuracy(documents, new DocumentOrder(1));
    }

    private static DocumentOrder learned(List<Written> documents) {
        return DocumentOrder.learned(
                QUESTIONS, documents.stream().map(Written::shares).toList());
    }

    @Test
    void helps_where_authors_follow_the_questions() {
        List<Written> documents = documents(60, true);

        assertThat(accuracy(documents, learned(documents))).isGreaterThan(withoutOrder(documents) + 0.15);
    }

    @Test
    void costs_nothing_where_nobody_follows_them() {
        List<Written> documents = documents(60, false);

        assertThat(accuracy(documents, learned(documents))).isGreaterThanOrEqualTo(withoutOrder(documents) - 0.01);
    }

    @Test
    void tells_those_who_follow_them_from_those_who_do_not() {
        List<Written> followers = documents(40, true);
        List<Written> others = documents(40, false);
        var all = new ArrayList<>(followers);
        all.addAll(others);
        DocumentOrder order = learned(all);

        assertThat(accuracy(followers, order)).isGreaterThan(withoutOrder(followers) + 0.1);
        assertThat(accuracy(others, order)).isGreaterThanOrEqualTo(withoutOrder(others) - 0.03);
    }

    @Test
    void leaves_a_single_passage_as_it_is() {
        double[][] single = {doubtful(3)};

        assertThat(new DocumentOrder(QUESTIONS).read(single)).isSameAs(single);
    }

    @Test
    void reads_the_same_document_the_same_way() {
        List<Written> documents = documents(10, true);
        double[][] shares = documents.getFirst().shares();

        assertThat(learned(documents).read(shares))
                .isDeepEqualTo(learned(documents).read(shares));
    }
}
