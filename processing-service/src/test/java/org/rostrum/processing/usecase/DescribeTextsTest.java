package org.rostrum.processing.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rostrum.processing.domain.filing.Instrument;
import org.rostrum.processing.domain.filing.content.Features;

class DescribeTextsTest {
    private static final DescribeTexts.Text TEXT = new DescribeTexts.Text("Satellites help.", "en");

    private boolean away = true;
    private int longest;

    private final DescribeTexts describe = new DescribeTexts(
            new Encoder() {
                @Override
                public String version() {
                    return "moody";
                }

                @Override
                public int dimension() {
                    return 2;
                }

                @Override
                public List<float[]> encode(List<String> texts, Role role) {
                    if (away) {
                        throw new IllegalStateException("away");
                    }
                    longest = texts.stream().mapToInt(String::length).max().orElse(longest);
                    return texts.stream().map(text -> new float[] {1, 0}).toList();
                }
            },
            TestFeatures::words);

    private final Instrument instrument =
            Instrument.of(Workplace.definition().rounds().getFirst());

    @Test
    void goes_on_without_an_encoder_that_is_away_and_uses_it_when_it_is_back() {
        assertThat(describe.passages(List.of(TEXT))).noneMatch(Features::isUnderstood);
        assertThat(describe.isWhole(describe.questions(instrument))).isFalse();

        away = false;

        assertThat(describe.passages(List.of(TEXT))).allMatch(Features::isUnderstood);
        assertThat(describe.isWhole(describe.questions(instrument))).isTrue();
    }

    @Test
    void describes_every_place_of_the_instrument() {
        assertThat(describe.questions(instrument)).hasSameSizeAs(instrument.places());
    }

    @Test
    void hostile_56_of_a_very_long_document_the_encoder_reads_a_bounded_number_of_passages_all_over_it() {
        away = false;
        var passages = IntStream.range(0, 15_000)
                .mapToObj(i -> new DescribeTexts.Text("Passage " + i, "en"))
                .toList();

        var described = describe.document(passages).features();

        assertThat(described)
                .hasSize(15_000)
                .allMatch(features -> !features.stems().isEmpty());
        assertThat(described.stream().filter(Features::isUnderstood)).hasSizeBetween(500, 1_000);
        assertThat(described.subList(14_900, 15_000)).anyMatch(Features::isUnderstood);
        assertThat(describe.document(passages.subList(0, 1_000)).features()).allMatch(Features::isUnderstood);
    }

    @Test
    void hostile_56_of_a_word_of_a_megabyte_the_encoder_is_given_the_beginning() {
        away = false;

        assertThat(describe.passages(List.of(new DescribeTexts.Text("😀".repeat(1 << 19), "en"))))
                .allMatch(Features::isUnderstood);

        assertThat(longest).isEqualTo(10_000);
        assertThat(DescribeTexts.given("w" + "😀".repeat(6_000))).hasSize(9_999).endsWith("😀");
        assertThat(DescribeTexts.given("Satellites help.")).isEqualTo("Satellites help.");
    }

    @Test
    void hostile_50_describes_a_text_as_an_eye_reads_it() {
        away = false;

        assertThat(describe.passages(List.of(new DescribeTexts.Text("Sat\u200Bellites \u202Ehelp.", "en"))))
                .isEqualTo(describe.passages(List.of(TEXT)));
    }
}
