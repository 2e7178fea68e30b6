package org.rostrum.processing.adapter.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.processing.domain.text.Extraction.Unreadable;

class WorkerAnswerTest {

    @ParameterizedTest
    @ValueSource(strings = {"unreadable", "encrypted", "too-large"})
    void keeps_the_names_of_exceptions_from_staff(String status) {
        var answer =
                new WorkerAnswer("1", status, "application/pdf", "IOException", List.of(), List.of(), List.of(), false);

        assertThat(answer.toExtraction())
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.detail()).isEmpty());
    }
}
