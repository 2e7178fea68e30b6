package org.rostrum.processing.domain.filing.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rostrum.processing.domain.filing.content.Views.View;

class CommonTermsTest {
    private static View text(SparseVector stems, SparseVector grams) {
        return new View(stems, grams, null);
    }

    private static SparseVector terms(int... places) {
        float[] weights = new float[places.length];
        for (int p = 0; p < weights.length; p++) {
            weights[p] = 1 + places[p];
        }
        return new SparseVector(places, weights);
    }

    private static SparseVector many(int from, int to) {
        return terms(IntStream.range(from, to).toArray());
    }

    @Test
    void numbers_what_several_passages_have_without_gaps_and_keeps_its_weight() {
        var common = new CommonTerms(List.of(
                text(terms(0, 2, 5), terms(1)), text(terms(2, 3, 5), terms(0, 1)), text(terms(4), SparseVector.NONE)));

        assertThat(common.count()).isEqualTo(3);
        assertThat(common.of(text(terms(0, 2, 5, 9), terms(0, 1, 7))))
                .isEqualTo(new SparseVector(new int[] {0, 1, 2}, new float[] {3, 6, 2}));
    }

    @Test
    void looks_at_what_more_passages_have_where_there_is_very_much() {
        int half = CommonTerms.MOST * 3 / 4;
        var sample = new ArrayList<>(Collections.nCopies(20, text(many(0, half), SparseVector.NONE)));
        sample.addAll(Collections.nCopies(10, text(SparseVector.NONE, many(0, half))));

        var common = new CommonTerms(sample);

        assertThat(common.count()).isEqualTo(half);
        assertThat(common.of(sample.getFirst()).places()).hasSize(half);
        assertThat(common.of(sample.getLast()).places()).isEmpty();
    }

    @Test
    void never_looks_at_more_in_all_than_it_may() {
        int each = 10_000;
        int all = CommonTerms.MOST_IN_ALL / each + 1;
        var sample = new ArrayList<>(Collections.nCopies(all, text(many(0, each), SparseVector.NONE)));

        assertThat(new CommonTerms(sample).count()).isZero();
        assertThat(new CommonTerms(sample.subList(1, all)).count()).isEqualTo(each);
    }
}
