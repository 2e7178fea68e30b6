package org.rostrum.processing.domain.filing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cosine likeness of texts by TF-IDF over words and over character 4-grams, the two averaged.
 *
 * <p>Sublinear term frequency and inverse document frequency as in the usual text-retrieval practice (Manning,
 * Raghavan, Schütze: Introduction to Information Retrieval, 6.2 and 6.4.1).
 */
final class TfIdf {

    private final Weights words;
    private final Weights grams;

    /** @param corpus the texts whose frequencies count: those of the items, and those to be filed */
    TfIdf(List<Terms> corpus) {
        List<Map<String, Integer>> byWord = new ArrayList<>();
        List<Map<String, Integer>> byGram = new ArrayList<>();
        for (Terms terms : corpus) {
            byWord.add(terms.words());
            byGram.add(terms.grams());
        }
        words = new Weights(byWord);
        grams = new Weights(byGram);
    }

    Vector vector(Terms terms) {
        return new Vector(words.weigh(terms.words()), grams.weigh(terms.grams()));
    }

    record Vector(Map<String, Double> words, Map<String, Double> grams) {

        /** This vector with another mixed in at a lower weight, as context. */
        Vector withContext(Vector context, double weight) {
            return new Vector(mix(words, context.words, weight), mix(grams, context.grams, weight));
        }

        private static Map<String, Double> mix(Map<String, Double> own, Map<String, Double> context, double weight) {
            Map<String, Double> mixed = new HashMap<>(own);
            context.forEach((term, value) -> mixed.merge(term, weight * value, Double::sum));
            return Weights.unit(mixed);
        }
    }

    /** Compares a text with many others at the cost of the terms that they share. */
    static final class Index {
        private final Map<String, List<Posting>> words = new HashMap<>();
        private final Map<String, List<Posting>> grams = new HashMap<>();
        private final int size;

        private record Posting(int vector, double weight) {}

        Index(List<Vector> vectors) {
            size = vectors.size();
            for (int i = 0; i < size; i++) {
                post(i, vectors.get(i).words(), words);
                post(i, vectors.get(i).grams(), grams);
            }
        }

        private static void post(int vector, Map<String, Double> weights, Map<String, List<Posting>> postings) {
            weights.forEach((term, weight) ->
                    postings.computeIfAbsent(term, _ -> new ArrayList<>()).add(new Posting(vector, weight)));
        }

        /** The likeness of this text to each of the indexed ones, 0 to 1, in their order. */
        double[] likenesses(Vector text) {
            double[] sums = new double[size];
            add(text.words(), words, sums);
            add(text.grams(), grams, sums);
            return sums;
        }

        private static void add(Map<String, Double> weights, Map<String, List<Posting>> postings, double[] sums) {
            weights.forEach((term, weight) -> {
                for (Posting posting : postings.getOrDefault(term, List.of())) {
                    sums[posting.vector()] += weight * posting.weight() / 2;
                }
            });
        }
    }

    private static final class Weights {
        private final Map<String, Integer> documentsWith = new HashMap<>();
        private final int documents;

        Weights(List<Map<String, Integer>> corpus) {
            documents = corpus.size();
            corpus.forEach(counts -> counts.keySet().forEach(term -> documentsWith.merge(term, 1, Integer::sum)));
        }

        Map<String, Double> weigh(Map<String, Integer> counts) {
            Map<String, Double> weights = new HashMap<>();
            counts.forEach((term, count) -> weights.put(term, (1 + Math.log(count)) * rarity(term)));
            return unit(weights);
        }

        private double rarity(String term) {
            return Math.log((1.0 + documents) / (1.0 + documentsWith.getOrDefault(term, 0)));
        }

        static Map<String, Double> unit(Map<String, Double> weights) {
            double squares = 0;
            for (double weight : weights.values()) {
                squares += weight * weight;
            }
            double length = Math.sqrt(squares);
            if (length > 0) {
                weights.replaceAll((term, weight) -> weight / length);
            }
            return weights;
        }
    }
}
