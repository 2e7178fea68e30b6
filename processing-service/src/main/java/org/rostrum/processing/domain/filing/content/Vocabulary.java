package org.rostrum.processing.domain.filing.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The terms of a corpus, weighed by rarity: sublinear term frequency and inverse document frequency, cosine length (Manning,
 * Raghavan, Schütze: Introduction to Information Retrieval, 6.2 and 6.4). A term that the corpus does not have is left out.
 */
final class Vocabulary {
    private final Map<String, Integer> places = new HashMap<>();
    private final float[] rarity;

    Vocabulary(List<Map<String, Integer>> corpus) {
        Map<String, Integer> documents = new HashMap<>();
        corpus.forEach(counts -> counts.keySet().forEach(term -> documents.merge(term, 1, Integer::sum)));
        rarity = new float[documents.size()];
        documents.keySet().stream().sorted().forEach(term -> {
            int place = places.size();
            places.put(term, place);
            rarity[place] = (float) (Math.log((1.0 + corpus.size()) / (1.0 + documents.getOrDefault(term, 0))) + 1);
        });
    }

    int size() {
        return rarity.length;
    }

    /** The text as a vector of length 1, or without places if it has no term of the corpus. */
    SparseVector vector(Map<String, Integer> counts) {
        int[] found = counts.keySet().stream()
                .map(places::get)
                .filter(java.util.Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        float[] weights = new float[found.length];
        Map<Integer, Integer> byPlace = new HashMap<>();
        counts.forEach((term, count) -> {
            Integer place = places.get(term);
            if (place != null) {
                byPlace.put(place, count);
            }
        });
        double squares = 0;
        for (int i = 0; i < found.length; i++) {
            weights[i] = (float) ((1 + Math.log(byPlace.getOrDefault(found[i], 1))) * rarity[found[i]]);
            squares += weights[i] * weights[i];
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= (float) length;
        }
        return new SparseVector(found, weights);
    }
}
