package org.rostrum.processing.adapter.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuceneStemsTest {
    private final LuceneStems stems = new LuceneStems();

    @ParameterizedTest
    @CsvSource({
        "en, regulating regulations",
        "fr, questions question",
        "es, regulaciones regulación",
        "de, Häuser Haus",
        "ru, вопросы вопросов",
        "ar, الكتاب كتاب",
        "pt-BR, meninos menino",
    })
    void reduces_forms_of_a_word_to_one_stem(String language, String forms) {
        assertThat(stems.of(forms, language)).hasSize(1).containsValue(2);
    }

    @Test
    void pairs_ideographs() {
        assertThat(stems.of("互联网治理", "zh")).containsKeys("互联", "联网", "治理");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"xx", "sw", "NULL"},
            nullValues = "NULL")
    void folds_words_of_languages_that_it_does_not_know(@Nullable String language) {
        assertThat(stems.of("Énergie ÉNERGIE energie", language)).containsOnlyKeys("energie");
    }

    @Test
    void finds_nothing_in_nothing() {
        assertThat(stems.of("", "en")).isEmpty();
    }
}
