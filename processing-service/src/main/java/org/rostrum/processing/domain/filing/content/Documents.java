package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The documents that a sample's passages stand in. What a document's other passages and their order tell of a passage is more
 * than its own words tell; so the surest passages by all of that become better examples (docs/quality.md).
 */
final class Documents {
    private static final int ROUNDS = 4;
    /** Where most passages stand alone, there is nothing more to learn from. */
    private static final double ENOUGH = 0.5;

    private static final double CERTAIN = 0.99;

    private final List<int[]> places;
    private final int questions;

    /** @param places of each document, where its passages stand in the sample */
    Documents(List<int[]> places, int questions) {
        this.places = places;
        this.questions = questions;
    }

    /**
     * A model that has learned from whole documents, or the same if there are none to learn from.
     *
     * @param settled the question that a person chose for each passage of the sample, as in {@link SelfTraining}
     */
    ContentModel teach(ContentModel model, int[] settled) {
        if (questions < 2) {
            return model;
        }
        if (several().count() < Recurrence.FEWEST_DOCUMENTS || companions() < ENOUGH * settled.length) {
            return model.worded(answering(told(model.shares(), settled), settled));
        }
        var taught = model;
        for (int round = 0; round < ROUNDS; round++) {
            taught = taught.by(read(told(taught.shares(), settled)), settled);
        }
        taught = taught.worded(answering(read(told(taught.shares(), settled)), settled));
        return taught.asSureAs(read(told(taught.shares(), settled)));
    }

    /** What answers nothing, as a person said, shows nobody's words. */
    private static double[][] answering(double[][] thought, int[] settled) {
        double[][] answering = thought.clone();
        for (int i = 0; i < settled.length; i++) {
            if (settled[i] == SelfTraining.NOWHERE) {
                answering[i] = new double[thought[i].length];
            }
        }
        return answering;
    }

    private long companions() {
        return several().flatMapToInt(Arrays::stream).distinct().count();
    }

    private Stream<int[]> several() {
        return places.stream().filter(document -> document.length > 1);
    }

    private double[][] told(double[][] shares, int[] settled) {
        double[][] told = shares.clone();
        for (int i = 0; i < told.length; i++) {
            if (settled[i] >= 0) {
                told[i] = new double[questions];
                Arrays.fill(told[i], (1 - CERTAIN) / (questions - 1));
                told[i][settled[i]] = CERTAIN;
            }
        }
        return told;
    }

    /** A text that stands in several documents means the same in all of them. */
    private double[][] read(double[][] shares) {
        List<double[][]> documents = places.stream()
                .map(document ->
                        Arrays.stream(document).mapToObj(i -> shares[i]).toArray(double[][]::new))
                .toList();
        var reader = DocumentReader.learned(questions, documents);
        double[][] sums = new double[shares.length][questions];
        int[] times = new int[shares.length];
        for (int d = 0; d < documents.size(); d++) {
            double[][] read = reader.read(documents.get(d));
            for (int i = 0; i < read.length; i++) {
                Numbers.add(read[i], 1, sums[places.get(d)[i]]);
                times[places.get(d)[i]]++;
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = times[i] == 0 ? shares[i] : Numbers.times(sums[i], 1.0 / times[i]);
        }
        return sums;
    }
}
