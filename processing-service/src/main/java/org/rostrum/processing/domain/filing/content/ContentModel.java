package org.rostrum.processing.domain.filing.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rostrum.processing.domain.filing.content.Views.View;

/**
 * What a round's own passages have taught. Never changes: a round that has grown gets a new one. The same questions, the same
 * sample and the same choices of people give the same model.
 */
final class ContentModel {
    private final Views views;
    private final Likeness likeness;
    private final double spread;
    private final List<Kernel> kernels = new ArrayList<>();
    private final SelfTraining training;
    private final Neighbours neighbours;
    private final double scoreSpread;

    /**
     * Learns at once.
     *
     * @param settled the question that a person chose for each passage, {@link SelfTraining#OPEN} or
     *     {@link SelfTraining#NOWHERE}
     */
    ContentModel(List<Question> questions, List<Features> passages, int[] settled) {
        views = new Views(
                passages,
                questions.stream()
                        .flatMap(question -> question.wordings().stream())
                        .map(Question.Wording::own)
                        .toList());
        List<View> sample = passages.stream().map(views::passage).toList();
        likeness = new Likeness(questions, views, sample);
        double[][] raw = sample.stream().map(likeness::of).toArray(double[][]::new);
        spread = Numbers.spread(raw);
        double[][] scaled =
                Arrays.stream(raw).map(row -> Numbers.times(row, 1 / spread)).toArray(double[][]::new);
        if (passages.stream().anyMatch(Features::isUnderstood)) {
            kernels.add(Kernel.ofMeaning(sample));
        }
        kernels.add(Kernel.ofStems(sample, views.stemCount()));
        training = new SelfTraining(scaled, kernels, questions.size(), settled);
        neighbours = new Neighbours(kernels, training.scores());
        scoreSpread = Numbers.spread(neighbours.scores());
        kernels.forEach(Kernel::forget);
    }

    View view(Features passage) {
        return views.passage(passage);
    }

    double nearestByWords(View passage) {
        return likeness.nearestByWords(passage);
    }

    /** For each question, higher is likelier, in units of their spread; of passages of the sample, in its order. */
    double[][] scoresOfSample() {
        return Arrays.stream(neighbours.scores())
                .map(row -> Numbers.times(row, 1 / scoreSpread))
                .toArray(double[][]::new);
    }

    /** For each question, higher is likelier, in units of their spread. */
    double[] score(View passage) {
        double[] own = Numbers.times(likeness.of(passage), 1 / spread);
        List<float[]> rows = kernels.stream().map(kernel -> kernel.row(passage)).toList();
        return Numbers.times(neighbours.score(training.score(own, rows), rows), 1 / scoreSpread);
    }
}
