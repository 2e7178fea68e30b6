package org.rostrum.processing.domain.filing.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How texts are turned into vectors in one round: the weights of its stems and character 4-grams, and the middle of its
 * passages' meanings, for each language its own.
 */
final class Views {
    private static final String ANY = "";

    private final Vocabulary stems;
    private final Vocabulary grams;
    private final Map<String, Middle> middles = new HashMap<>();

    /** A text in this round's vectors; {@code meaning} is measured from the middle and of length 1. */
    @SuppressWarnings("ArrayRecordComponent") // rows of numbers that nobody else holds
    record View(SparseVector stems, SparseVector grams, float @Nullable [] meaning) {
        /** No text at all. */
        static final View NONE = new View(SparseVector.NONE, SparseVector.NONE, null);
    }

    Views(List<Features> passages, List<Features> questions) {
        List<Map<String, Integer>> byStem = new ArrayList<>();
        List<Map<String, Integer>> byGram = new ArrayList<>();
        for (List<Features> texts : List.of(passages, questions)) {
            for (Features text : texts) {
                byStem.add(text.stems());
                byGram.add(text.grams());
            }
        }
        stems = new Vocabulary(byStem);
        grams = new Vocabulary(byGram);
        middles.put(ANY, Middle.of(passages, Middle.of(questions, null)));
        learnLanguages(passages);
    }

    private void learnLanguages(List<Features> passages) {
        Map<String, List<Features>> byLanguage = new HashMap<>();
        passages.forEach(passage ->
                byLanguage.computeIfAbsent(key(passage), _ -> new ArrayList<>()).add(passage));
        byLanguage.forEach((language, texts) -> middles.computeIfAbsent(language, _ -> Middle.of(texts, middle(ANY))));
    }

    private static String key(Features text) {
        String language = text.language();
        return language == null ? ANY : language;
    }

    private @Nullable Middle middle(String language) {
        Middle own = middles.get(language);
        return own == null ? middles.get(ANY) : own;
    }

    View passage(Features text) {
        return view(text, middle(key(text)));
    }

    /** Questions have a middle of their own: their common turn of phrase says nothing. */
    View question(Features text, @Nullable Middle middleOfQuestions) {
        return view(text, middleOfQuestions);
    }

    private View view(Features text, @Nullable Middle middle) {
        float[] meaning = text.meaning();
        float[] placed = meaning == null || middle == null ? null : Numbers.unit(middle.to(meaning));
        return new View(stems.vector(text.stems()), grams.vector(text.grams()), placed);
    }
}
