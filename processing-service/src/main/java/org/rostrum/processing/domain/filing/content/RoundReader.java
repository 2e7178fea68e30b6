package org.rostrum.processing.domain.filing.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.filing.content.Views.View;

/**
 * Reads passages of one round by their content, as well as the round has taught it by now. What people settled is followed only
 * where that foresees their other choices clearly better. Never changes; the same questions, sample and choices give the same
 * reader. May be shared between threads.
 */
public final class RoundReader {
    /** How sharp beliefs are before anything is settled. */
    private static final double UNTAUGHT = 0.7;
    /** Fewer choices teach nothing that could be checked. */
    private static final int FEWEST = 5;

    private final ContentModel model;
    private final @Nullable Lessons lessons;

    private RoundReader(ContentModel model, @Nullable Lessons lessons) {
        this.model = model;
        this.lessons = lessons;
    }

    /**
     * Learns from the round as it is.
     *
     * @param open passages of the round that nobody has settled: a sample, each text once
     * @param confirmed what is settled
     */
    public static RoundReader of(List<Question> questions, List<Features> open, List<Confirmed> confirmed) {
        int[] untold = new int[open.size() + confirmed.size()];
        Arrays.fill(untold, SelfTraining.OPEN);
        var all = new ArrayList<>(open);
        confirmed.forEach(each -> all.add(each.passage()));
        var untaught = new ContentModel(questions, all, untold);
        if (confirmed.size() < FEWEST) {
            return new RoundReader(untaught, null);
        }
        var plain = Lessons.plain(known(untaught, confirmed, open.size(), questions.size()));
        var taught = new ContentModel(questions, all, told(untold, open.size(), confirmed));
        return Stream.of(untaught, taught)
                .flatMap(model -> Lessons.better(known(model, confirmed, open.size(), questions.size()), plain).stream()
                        .map(lessons -> new RoundReader(model, lessons)))
                .min(Comparator.comparingDouble(RoundReader::surprise))
                .orElseGet(() -> new RoundReader(untaught, plain));
    }

    private static int[] told(int[] untold, int from, List<Confirmed> confirmed) {
        int[] told = untold.clone();
        for (int i = 0; i < confirmed.size(); i++) {
            int question = confirmed.get(i).question();
            told[from + i] = question == Confirmed.NOWHERE ? SelfTraining.NOWHERE : question;
        }
        return told;
    }

    private static Lessons.Known known(ContentModel model, List<Confirmed> confirmed, int from, int questions) {
        double[][] scores = model.scoresOfSample();
        return new Lessons.Known(
                confirmed.stream().map(each -> model.view(each.passage())).toList(),
                Arrays.stream(scores, from, scores.length)
                        .map(RoundReader::untaught)
                        .toList(),
                confirmed.stream().mapToInt(Confirmed::question).toArray(),
                questions);
    }

    private static double[] untaught(double[] scores) {
        return Numbers.times(scores, 1 / UNTAUGHT);
    }

    private double surprise() {
        return lessons == null ? Double.POSITIVE_INFINITY : lessons.surprise();
    }

    /** What this passage answers. */
    public Belief read(Features passage) {
        View view = model.view(passage);
        return belief(view, model.score(view));
    }

    /** The same for the open passages of the sample, in their order; cheaper and fairer than asking for each. */
    public List<Belief> readSample(List<Features> open) {
        double[][] scores = model.scoresOfSample();
        return IntStream.range(0, open.size())
                .mapToObj(i -> belief(model.view(open.get(i)), scores[i]))
                .toList();
    }

    private Belief belief(View view, double[] scores) {
        return lessons == null
                ? new Belief(Numbers.softmax(untaught(scores), 1), 0, false)
                : lessons.belief(view, untaught(scores));
    }

    /** Whether what people settled is followed. */
    public boolean isTaught() {
        return lessons != null && lessons.areBold();
    }

    /** How alike the passage's words are to those of the question nearest to it, 0 to 1. */
    public double nearestByWords(Features passage) {
        return model.nearestByWords(model.view(passage));
    }
}
