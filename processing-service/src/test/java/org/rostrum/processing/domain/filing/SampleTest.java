package org.rostrum.processing.domain.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.domain.filing.content.Features;

class SampleTest {
    private static final Features NOTHING = Features.ofWords(null, Map.of(), Map.of());

    private static Sample.Document document(int number, int passages, @Nullable List<ItemNumber> settled) {
        return new Sample.Document(IntStream.range(0, passages)
                .mapToObj(i -> new Studied(ContentHash.of(number + " " + i), NOTHING, settled))
                .toList());
    }

    @Test
    void chooses_the_same_documents_in_whatever_order_they_come() {
        var documents = new ArrayList<>(
                IntStream.range(0, 1_000).mapToObj(i -> document(i, 5, null)).toList());
        var before = Sample.of(documents);
        Collections.shuffle(documents, new Random(1));

        assertThat(Sample.of(documents)).isEqualTo(before);
    }

    @Test
    void chooses_no_more_than_are_needed() {
        var documents =
                IntStream.range(0, 1_000).mapToObj(i -> document(i, 5, null)).toList();

        assertThat(Sample.of(documents)).hasSize(Sample.LARGEST / 5);
    }

    @Test
    void never_leaves_out_what_people_have_settled() {
        var documents = new ArrayList<>(
                IntStream.range(0, 1_000).mapToObj(i -> document(i, 5, null)).toList());
        var settled = document(1_000_000, 1, List.of());
        documents.add(settled);

        assertThat(Sample.of(documents)).contains(settled.passages());
    }
}
