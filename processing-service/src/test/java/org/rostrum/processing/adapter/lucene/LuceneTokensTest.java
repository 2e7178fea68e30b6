package org.rostrum.processing.adapter.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.domain.filing.content.Features;
import org.rostrum.processing.domain.keypassages.KeyTerms;
import org.rostrum.processing.domain.keypassages.KeyTerms.Term;
import org.rostrum.processing.domain.keypassages.PassageAt;
import org.rostrum.processing.domain.keypassages.Profile;
import org.rostrum.processing.domain.keypassages.Said;
import org.rostrum.processing.domain.keypassages.Token;
import org.rostrum.processing.domain.keypassages.Worded;

class LuceneTokensTest {
    private final LuceneTokens tokens = new LuceneTokens();

    private List<String> words(String text, String language) {
        return tokens.of(text, language).stream()
                .map(token -> text.substring(token.span().start(), token.span().end()))
                .toList();
    }

    @Test
    void finds_words_at_their_exact_places_without_stop_words() {
        assertThat(words("\uD83D\uDE80 The cables of the islands", "en"))
                .containsExactly("\uD83D\uDE80", "cables", "islands");
        assertThat(words("L’écluse et les bateaux", "fr")).containsExactly("L’écluse", "bateaux");
        assertThat(words("السفن في البحر", "ar")).containsExactly("السفن", "البحر");
        assertThat(words("海底电缆", "zh-Hans")).containsExactly("海底", "底电", "电缆");
    }

    @Test
    void tells_forms_of_a_word_by_one_stem_and_what_follows_directly() {
        var found = tokens.of("submarine cable of submarine cables", "en");

        assertThat(found).extracting(Token::stem).containsExactly("submarin", "cabl", "submarin", "cabl");
        assertThat(found).extracting(Token::follows).containsExactly(false, true, false, true);
    }

    private List<String> terms(String language, String... texts) {
        var worded = IntStream.range(0, texts.length)
                .mapToObj(i -> new Worded(
                        new Said(
                                new PassageAt(new SubmissionId("1-%032x".formatted(i)), new PassageId(1, 1)),
                                texts[i],
                                language,
                                "respondent " + i,
                                "family " + i,
                                new Profile("", "", language),
                                true,
                                1,
                                1,
                                Features.ofWords(language, Map.of(), Map.of())),
                        tokens.of(texts[i], language)))
                .toList();
        return KeyTerms.of(worded, List.of(), Set.of(), 20).stream()
                .map(Term::words)
                .toList();
    }

    @Test
    void makes_terms_of_every_script() {
        assertThat(terms("zh", "海底电缆很重要", "我们需要海底电缆", "海底电缆太贵")).containsExactly("海底电缆");
        assertThat(terms("ar", "الكابلات البحرية مهمة", "نحتاج إلى الكابلات البحرية"))
                .contains("الكابلات البحرية");
        assertThat(terms("ru", "Подводные кабели важны", "Нужны подводные кабели"))
                .contains("Подводные кабели");
    }
}
