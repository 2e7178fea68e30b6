package org.rostrum.processing.domain.filing.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.filing.content.Views.View;

/** A round's passages and questions, compared with each other: what does not change by what people choose. */
final class Material {
    private final Views vectors;
    private final List<View> views;
    private final Likeness likeness;
    private final double spread;
    private final double[][] scaled;
    private final List<Kernel> kernels = new ArrayList<>();
    private final Neighbourhood neighbourhood;
    private final int questions;
    private @Nullable Themes themes;

    Material(List<Question> questions, List<Features> passages) {
        this.questions = questions.size();
        vectors = new Views(
                passages,
                questions.stream()
                        .flatMap(question -> question.wordings().stream())
                        .map(Question.Wording::own)
                        .toList());
        views = passages.stream().map(vectors::passage).toList();
        likeness = new Likeness(questions, vectors, views);
        double[][] raw = views.stream().map(likeness::of).toArray(double[][]::new);
        spread = Numbers.spread(raw);
        scaled = Arrays.stream(raw).map(row -> Numbers.times(row, 1 / spread)).toArray(double[][]::new);
        if (passages.stream().anyMatch(Features::isUnderstood)) {
            kernels.add(Kernel.ofMeaning(views));
        }
        kernels.add(Kernel.ofStems(views));
        neighbourhood = new Neighbourhood(kernels, passages.size());
    }

    int questions() {
        return questions;
    }

    /** The sample, in its order. */
    List<View> views() {
        return views;
    }

    List<Kernel> kernels() {
        return kernels;
    }

    Neighbourhood neighbourhood() {
        return neighbourhood;
    }

    /** Of each passage of the sample to each question, in units of their spread. */
    double[][] likeness() {
        return scaled;
    }

    /** Found when first asked for, while learning: only what people settled is looked at by them. */
    Themes themes() {
        if (themes == null) {
            themes = new Themes(views);
        }
        return themes;
    }

    double[] likeness(View passage) {
        return Numbers.times(likeness.of(passage), 1 / spread);
    }

    double nearestByWords(View passage) {
        return likeness.nearestByWords(passage);
    }

    View view(Features passage) {
        return vectors.passage(passage);
    }

    /** Another passage against all of the sample, one row for each kernel. */
    List<float[]> rows(View passage) {
        return kernels.stream().map(kernel -> kernel.row(passage)).toList();
    }

    /** What was needed for learning only, and is large. */
    void forget() {
        kernels.forEach(Kernel::forget);
    }
}
