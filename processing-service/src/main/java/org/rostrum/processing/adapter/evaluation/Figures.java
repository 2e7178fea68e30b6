package org.rostrum.processing.adapter.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was measured, by name. */
final class Figures {
    private final Map<String, Double> byName = new LinkedHashMap<>();

    /** Keeps a figure with four digits after the point; one that is not a number is left out. */
    void put(String name, double value) {
        if (Double.isFinite(value)) {
            byName.put(name, Math.round(value * 10_000) / 10_000.0);
        }
    }

    void put(String prefix, Scores scores) {
        put(prefix + "accuracy", scores.accuracy());
        put(prefix + "accuracy_of_different_texts", scores.accuracyOfDifferentTexts());
        put(prefix + "macro_f1", scores.macroF1());
        put(prefix + "top3", scores.topThree());
        put(prefix + "ece", scores.calibrationError());
    }

    Map<String, Double> byName() {
        return new LinkedHashMap<>(byName);
    }
}
