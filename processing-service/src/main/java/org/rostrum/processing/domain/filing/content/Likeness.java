package org.rostrum.processing.domain.filing.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.filing.content.Views.View;

/**
 * How alike passages are to the organiser's own texts, before anything was learned: meaning, stems and character 4-grams
 * together, each measured against how alike passages are to that question on the whole.
 *
 * <p>The weights are those of the experiments in docs/quality.md.
 */
final class Likeness {
    private static final double MEANING = 1.5;
    private static final double STEMS = 0.5;
    private static final double GRAMS = 0.5;
    /** What stands above a question colours it, but half as strongly as its own words. */
    private static final double CONTEXT = 0.5;
    /** How much of a question's mean likeness to all passages is taken off: half, for some questions are asked about more. */
    private static final double COMMON = 0.5;

    private final int questions;
    private final List<Worded> wordings = new ArrayList<>();
    private final Compared byMeaning;
    private final Compared byStems;
    private final Compared byGrams;
    private final @Nullable Scale meaning;
    private final Scale stems;
    private final Scale grams;

    /** One question in one language. */
    private record Worded(int question, View own, @Nullable View context) {}

    /**
     * Measures the scales.
     *
     * @param sample passages of the round, on which the scales rest
     */
    Likeness(List<Question> asked, Views views, List<View> sample) {
        questions = asked.size();
        Map<String, Middle> middles = middles(asked);
        for (int i = 0; i < questions; i++) {
            for (Question.Wording wording : asked.get(i).wordings()) {
                wordings.add(worded(i, wording, views, middles.get(wording.language())));
            }
        }
        byMeaning = new Compared(Likenesses::byMeaning);
        byStems = new Compared(Likenesses::byStems);
        byGrams = new Compared(Likenesses::byGrams);
        stems = Scale.of(rows(sample, this::byStems), questions, COMMON);
        grams = Scale.of(rows(sample, this::byGrams), questions, COMMON);
        List<View> understood =
                sample.stream().filter(view -> view.meaning() != null).toList();
        meaning = understood.isEmpty() ? null : Scale.of(rows(understood, this::byMeaning), questions, 0);
    }

    private static Map<String, Middle> middles(List<Question> asked) {
        Map<String, List<Features>> byLanguage = new TreeMap<>();
        asked.forEach(question -> question.wordings()
                .forEach(wording -> byLanguage
                        .computeIfAbsent(wording.language(), _ -> new ArrayList<>())
                        .add(wording.own())));
        Map<String, Middle> middles = new TreeMap<>();
        byLanguage.forEach((language, texts) -> {
            Middle middle = Middle.of(texts, null);
            if (middle != null) {
                middles.put(language, middle);
            }
        });
        return middles;
    }

    private static Worded worded(int question, Question.Wording wording, Views views, @Nullable Middle middle) {
        Features context = wording.context();
        return new Worded(
                question,
                views.question(wording.own(), middle),
                context == null ? null : views.question(context, middle));
    }

    private static double[][] rows(List<View> sample, Function<View, double[]> kind) {
        return sample.stream().map(kind).toArray(double[][]::new);
    }

    /** One number for each question, comparable within one round; higher is likelier. */
    double[] of(View passage) {
        double[] sums = new double[questions];
        if (meaning != null && passage.meaning() != null) {
            meaning.add(byMeaning(passage), MEANING, sums);
        }
        stems.add(byStems(passage), STEMS, sums);
        grams.add(byGrams(passage), GRAMS, sums);
        return sums;
    }

    /** How alike the passage's words are to those of the question nearest to it, 0 to 1. */
    double nearestByWords(View passage) {
        double[] byStem = byStems(passage);
        double[] byGram = byGrams(passage);
        double nearest = 0;
        for (int j = 0; j < questions; j++) {
            nearest = Math.max(nearest, (byStem[j] + byGram[j]) / 2);
        }
        return nearest;
    }

    private double[] byMeaning(View passage) {
        return byMeaning.best(passage);
    }

    private double[] byStems(View passage) {
        return byStems.best(passage);
    }

    private double[] byGrams(View passage) {
        return byGrams.best(passage);
    }

    /** Passages with all wordings, in one respect. */
    private final class Compared {
        private final Likenesses own;
        private final Likenesses contexts;

        Compared(Function<List<View>, Likenesses> kind) {
            own = kind.apply(wordings.stream().map(Worded::own).toList());
            contexts = kind.apply(wordings.stream()
                    .map(wording -> Optional.ofNullable(wording.context()).orElse(View.NONE))
                    .toList());
        }

        double[] best(View passage) {
            double[] best = new double[questions];
            Arrays.fill(best, Double.NEGATIVE_INFINITY);
            float[] alike = own.of(passage);
            float[] above = contexts.of(passage);
            for (int i = 0; i < alike.length; i++) {
                var wording = wordings.get(i);
                double coloured = wording.context() == null
                        ? alike[i]
                        : (alike[i] + CONTEXT * above[i]) / Math.sqrt(1 + CONTEXT * CONTEXT);
                best[wording.question()] = Math.max(best[wording.question()], coloured);
            }
            return best;
        }
    }
}
