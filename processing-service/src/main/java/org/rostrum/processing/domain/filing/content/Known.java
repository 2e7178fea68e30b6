package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What people settled of a model's sample.
 *
 * @param places of the settled passages in the sample
 * @param settled the same passages with the question that people chose for each
 * @param alike each passage of the sample with the settled ones
 */
@SuppressWarnings("ArrayRecordComponent") // rows of numbers that nobody else holds
record Known(ContentModel model, int[] places, Settled settled, List<float[][]> alike) {

    static Known of(ContentModel model, int[] places, int[] choices) {
        var settled = new Settled(
                Arrays.stream(places)
                        .mapToObj(place -> model.sample().get(place).view())
                        .toList(),
                model.themes(),
                choices);
        return new Known(
                model,
                places,
                settled,
                model.sample().stream().map(each -> settled.alike(each.view())).toList());
    }

    int count() {
        return places.length;
    }

    double[][] scores() {
        return Arrays.stream(places).mapToObj(this::scores).toArray(double[][]::new);
    }

    double[] scores(int place) {
        return model.sample().get(place).scores();
    }

    /** Shares of the questions, as far as scores tell. */
    double[] expected() {
        double[][] shares = sampleScores();
        Arrays.setAll(shares, i -> Numbers.softmax(shares[i], 1));
        return Numbers.columnMeans(shares, shares[0].length);
    }

    double[][] sampleScores() {
        return IntStream.range(0, model.sample().size()).mapToObj(this::scores).toArray(double[][]::new);
    }

    int[] choices(int[] which) {
        return Arrays.stream(which).map(settled::choice).toArray();
    }

    Lesson lesson(int[] which, double boldness) {
        return new Lesson(settled, scores(), which, expected(), boldness);
    }

    /** What a lesson makes of the whole sample, evened out among neighbours; what it was taught stays. */
    double[][] taught(Lesson lesson, int[] which, double share) {
        double[][] thought = new double[model.sample().size()][];
        for (int i = 0; i < thought.length; i++) {
            thought[i] = lesson.shares(scores(i), alike.get(i));
        }
        return evened(thought, which, share);
    }

    /** What is thought of the whole sample, evened out among neighbours; what people chose stays. */
    double[][] evened(double[][] thought, int[] which, double share) {
        boolean[] told = new boolean[thought.length];
        for (int i : which) {
            told[places[i]] = true;
            Arrays.fill(thought[places[i]], 0);
            thought[places[i]][settled.choice(i)] = 1;
        }
        return model.evened(thought, share, told);
    }
}
