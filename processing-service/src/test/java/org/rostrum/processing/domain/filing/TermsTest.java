package org.rostrum.processing.domain.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.rostrum.processing.domain.text.VisibleText;

class TermsTest {
    /** What words are, and what of them is left out, said once more and in another way. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}\\p{Mn}\\p{Mc}]*");

    private static final Pattern OPTIONAL_MARKS = Pattern.compile("[\\u0300-\\u036F\\u064B-\\u0652\\u0640]");
    /** Letters of many scripts, their marks, digits, signs, characters of two units and halves of them. */
    private static final int[] BEGINNINGS = {
        0x20, 0x41, 0xC0, 0x300, 0x390, 0x410, 0x5D0, 0x620, 0x640, 0x660, 0x905, 0x93E, 0xE01, 0x1E00, 0x2000, 0x3040,
        0x4E00, 0xAC00, 0xD800, 0xFB00, 0xFE70, 0xFF10, 0x10400, 0x1D400, 0x1D7D8, 0x1F600, 0x20000
    };

    private final Random chance = new Random();

    @Test
    void words_are_folded_and_pairs_of_characters_where_a_script_has_no_spaces() {
        assertThat(Terms.words("L’Élève ﬁnit №2, кафе́ 2.e — 问题二 مُدَرِّس!"))
                .containsExactly("l", "eleve", "finit", "no2", "кафе", "2", "e", "问题", "题二", "مدرس");
    }

    @RepeatedTest(200)
    void words_are_those_of_the_pattern_whatever_the_text() {
        long seed = chance.nextLong();
        String text = text(new Random(seed));
        String folded = Normalizer.normalize(
                OPTIONAL_MARKS
                        .matcher(Normalizer.normalize(VisibleText.in(text), Normalizer.Form.NFKD)
                                .toLowerCase(Locale.ROOT))
                        .replaceAll(""),
                Normalizer.Form.NFC);
        var words = WORD.matcher(folded).results().map(MatchResult::group).flatMap(TermsTest::pairs);

        assertThat(Terms.fold(VisibleText.in(text))).as("seed %d", seed).isEqualTo(folded);
        assertThat(Terms.words(text)).as("seed %d", seed).containsExactlyElementsOf(words.toList());
    }

    private static Stream<String> pairs(String run) {
        return run.length() > 2 && Character.isIdeographic(run.codePointAt(0))
                ? IntStream.range(0, run.length() - 1).mapToObj(at -> run.substring(at, at + 2))
                : Stream.of(run);
    }

    private static String text(Random chance) {
        return IntStream.range(0, 200)
                .map(_ -> BEGINNINGS[chance.nextInt(BEGINNINGS.length)] + chance.nextInt(60))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
