package org.rostrum.publishing.adapter.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LongWordsTest {
    @Test
    void leaves_ordinary_paragraphs_whole() {
        assertThat(LongWords.pieces("")).containsExactly("");
        assertThat(LongWords.pieces("many words ".repeat(1_000))).hasSize(1);
        assertThat(LongWords.pieces("网络".repeat(5_000))).hasSize(1);
    }

    @Test
    void cuts_a_word_of_a_million_letters_without_losing_or_halving_one() {
        var word = "before " + "\uD83D\uDE00".repeat(1_000_000) + " after";

        var pieces = LongWords.pieces(word);

        assertThat(pieces).hasSize(500).noneMatch(piece -> Character.isLowSurrogate(piece.charAt(0)));
        assertThat(String.join("", pieces)).isEqualTo(word);
    }
}
