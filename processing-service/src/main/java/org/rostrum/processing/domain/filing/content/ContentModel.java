package org.rostrum.processing.domain.filing.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.rostrum.processing.domain.filing.content.Views.View;

/**
 * What a round's own passages have taught. Never changes: a round that has grown gets a new one. The same questions, the same
 * sample and the same choices of people give the same model.
 */
final class ContentModel {
    /** How much a passage's neighbours count beside its own score. */
    private static final double NEIGHBOURS = 0.3;
    /** How sharp beliefs are before anything is settled. */
    private static final double TEMPERATURE = 0.7;

    private final Views views;
    private final Likeness likeness;
    private final double spread;
    private final List<Kernel> kernels = new ArrayList<>();
    private final SelfTraining training;
    private final Neighbourhood neighbourhood;
    private final double[][] evened;
    private final double scoreSpread;
    private final List<Seen> sample;

    /**
     * A passage as the model sees it.
     *
     * @param scores for each question, as logits before people's choices taught anything
     * @param words how alike its words are to those of the question nearest to it, 0 to 1
     * @param near who of the sample is near it
     */
    @SuppressWarnings("ArrayRecordComponent") // rows of numbers that nobody else holds
    record Seen(View view, double[] scores, double words, Neighbourhood.Near near) {}

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
        List<View> seen = passages.stream().map(views::passage).toList();
        likeness = new Likeness(questions, views, seen);
        double[][] raw = seen.stream().map(likeness::of).toArray(double[][]::new);
        spread = Numbers.spread(raw);
        double[][] scaled =
                Arrays.stream(raw).map(row -> Numbers.times(row, 1 / spread)).toArray(double[][]::new);
        if (passages.stream().anyMatch(Features::isUnderstood)) {
            kernels.add(Kernel.ofMeaning(seen));
        }
        kernels.add(Kernel.ofStems(seen, views.stemCount()));
        training = new SelfTraining(scaled, kernels, questions.size(), settled);
        neighbourhood = new Neighbourhood(kernels, passages.size());
        evened = neighbourhood.evened(training.scores(), NEIGHBOURS, new boolean[passages.size()]);
        scoreSpread = TEMPERATURE * Numbers.spread(evened);
        kernels.forEach(Kernel::forget);
        sample = IntStream.range(0, seen.size())
                .mapToObj(i -> seen(seen.get(i), evened[i], neighbourhood.near(i)))
                .toList();
    }

    private Seen seen(View view, double[] scores, Neighbourhood.Near near) {
        return new Seen(view, Numbers.times(scores, 1 / scoreSpread), likeness.nearestByWords(view), near);
    }

    /** The passages of the sample, in its order. */
    List<Seen> sample() {
        return sample;
    }

    double nearestByWords(Features passage) {
        return likeness.nearestByWords(views.passage(passage));
    }

    /** Another passage. */
    Seen see(Features passage) {
        View view = views.passage(passage);
        double[] own = Numbers.times(likeness.of(view), 1 / spread);
        List<float[]> rows = kernels.stream().map(kernel -> kernel.row(view)).toList();
        Neighbourhood.Near near = neighbourhood.near(rows);
        return seen(view, near.evened(training.score(own, rows), evened, NEIGHBOURS), near);
    }

    /** What is thought of each passage of the sample, evened out among neighbours; what is known stays. */
    double[][] evened(double[][] thought, double share, boolean[] known) {
        return neighbourhood.evened(thought, share, known);
    }
}
