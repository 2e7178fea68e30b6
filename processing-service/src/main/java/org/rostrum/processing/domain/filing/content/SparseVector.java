package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;

/**
 * A vector of which only few places are not zero.
 *
 * @param places in ascending order
 * @param weights one for each place
 */
@SuppressWarnings("ArrayRecordComponent") // rows of numbers that nobody else holds
record SparseVector(int[] places, float[] weights) {

    SparseVector {
        if (places.length != weights.length) {
            throw new IllegalArgumentException("%d places with %d weights".formatted(places.length, weights.length));
        }
    }

    /** The inner product. */
    double dot(SparseVector other) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < places.length && j < other.places.length) {
            if (places[i] == other.places[j]) {
                sum += weights[i++] * other.weights[j++];
            } else if (places[i] < other.places[j]) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparseVector(int[] theirPlaces, float[] theirWeights)
                && Arrays.equals(places, theirPlaces)
                && Arrays.equals(weights, theirWeights);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(places) + Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return "SparseVector[%d places]".formatted(places.length);
    }
}
