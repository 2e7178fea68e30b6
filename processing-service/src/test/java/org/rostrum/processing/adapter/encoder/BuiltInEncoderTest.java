package org.rostrum.processing.adapter.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.rostrum.processing.usecase.Encoder.Role;

/** Runs the real model. */
class BuiltInEncoderTest {
    private static final OnnxEncoder ENCODER = EncoderFiles.builtIn(2);

    @AfterAll
    static void close() {
        ENCODER.close();
    }

    private static double likeness(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    @Test
    void places_texts_of_like_meaning_near_each_other_though_they_share_no_word() {
        float[] asked = ENCODER.encode(List.of("How can satellites reach remote islands?"), Role.QUERY)
                .getFirst();
        List<float[]> answers = ENCODER.encode(
                List.of(
                        "Low orbit spacecraft bring connections to distant places in the ocean.",
                        "Our bakery has sold bread and cakes since nineteen hundred."),
                Role.PASSAGE);

        assertThat(likeness(asked, answers.get(0))).isGreaterThan(likeness(asked, answers.get(1)) + 0.05);
    }

    @Test
    void gives_each_text_the_same_place_whatever_is_encoded_beside_it() {
        var texts = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            texts.add("We support proposal number " + i + ". ".repeat(1) + "It is good. ".repeat(i % 7));
        }

        List<float[]> together = ENCODER.encode(texts, Role.PASSAGE);

        assertThat(together).hasSize(20).allMatch(place -> place.length == ENCODER.dimension());
        for (int i = 0; i < texts.size(); i++) {
            float[] alone = ENCODER.encode(List.of(texts.get(i)), Role.PASSAGE).getFirst();
            assertThat(together.get(i)).isEqualTo(alone);
            assertThat(likeness(together.get(i), together.get(i))).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void says_that_it_cannot_read_scripts_that_it_does_not_know() {
        assertThat(ENCODER.encode(List.of("ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ ᠢᠶᠡᠷ ᠪᠢᠴᠢᠪᠡ"), Role.PASSAGE)
                        .getFirst())
                .isEmpty();
    }

    @Test
    void reads_the_beginning_of_a_very_long_text() {
        assertThat(ENCODER.encode(List.of("word ".repeat(100_000)), Role.PASSAGE)
                        .getFirst())
                .hasSize(384);
    }
}
